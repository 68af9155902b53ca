import type { Fault, FaultSetting, Mock } from '../../src/index.js';
import type { Dice } from './dice.js';

/** What becomes of a call that a fault strikes: not reached, or executed with its answer lost. */
export interface Struck {
  readonly executed: boolean;
  /** The status that came instead; undefined where no whole answer came. */
  readonly status: number | undefined;
}

/** The faults laid over one provider: one that breaks calls at a time, and lateness now and then. */
export interface FaultLayer {
  /** Maybe lays a fault over the call that comes next, or takes one away. */
  readonly shuffle: (operation: string) => void;
  /** Takes note of how often the fault has struck so far; undefined where none stands. */
  readonly standing: () => boolean;
  /** Call once after each call: what struck it. */
  readonly struck: () => Struck | undefined;
  readonly hits: () => number;
}

const breaking: readonly Fault[] = [
  { status: 503, empty: true },
  { status: 500 },
  { status: 429, retryAfter: 1 },
  { status: 502, html: true },
  { status: 401, body: { odd: ['body'] }, latency: 1 },
  { reset: 'before' },
  { reset: 'after' },
  { loseResponse: true },
  { loseResponse: true, latency: '1ms' },
  { truncate: true },
  { truncate: 1 },
];

export function layFaults(mock: Mock, provider: string, dice: Dice): FaultLayer {
  let current: { readonly id: string; readonly fault: Fault; hits: number } | undefined;
  let hits = 0;

  const find = () => mock.faults.list().find(({ id }) => id === current?.id);
  return {
    shuffle(operation) {
      if (current === undefined) {
        if (!dice.chance(0.05)) return;
        const fault = dice.of(breaking);
        const setting: FaultSetting = {
          operation: dice.chance(0.7) ? `${provider}/${operation}` : `${provider}/*`,
          fault,
          ...(dice.chance(0.6) ? { times: dice.of([1, 2, 3]) } : {}),
          ...(dice.chance(0.2) ? { after: dice.of([1, 2]) } : {}),
          ...(dice.chance(0.4) ? { probability: dice.of([0.1, 0.5, 0.9]) } : {}),
        };
        current = { id: mock.faults.add(setting), fault, hits: 0 };
        if (dice.chance(0.1)) mock.faults.once(`${provider}/${operation}`, { latency: '1ms' });
      } else if (dice.chance(0.1)) {
        mock.faults.remove(current.id);
        current = undefined;
      }
    },
    standing: () => current !== undefined,
    struck() {
      if (current === undefined) return undefined;
      const { fault, hits: before } = current;
      const standing = find();
      // One whose times are used up stands no more: it struck this call.
      const now = standing?.hits ?? before + 1;
      if (standing === undefined) current = undefined;
      else current.hits = now;
      if (now === before) return undefined;
      hits += 1;
      if ('status' in fault) return { executed: false, status: fault.status };
      return { executed: !('reset' in fault && fault.reset === 'before'), status: undefined };
    },
    hits: () => hits,
  };
}
