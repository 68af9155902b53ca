import { setTimeout } from 'node:timers/promises';
import type { AdapterEnding } from '../rungs/adapterStream.js';
import { describeEnding } from '../rungs/process/describeEnding.js';
import { missing, type Probe } from './probes.js';

/** The ways an adapter has to come to its end; each needs a process of its own. */
export function endings(patience: number): readonly Probe[] {
  /** Undefined where it has not ended in time. */
  const within = async (ended: Promise<AdapterEnding>): Promise<AdapterEnding | undefined> => {
    const late = new AbortController();
    const ending = await Promise.race([
      ended,
      setTimeout(patience, undefined, { signal: late.signal }).catch(() => undefined),
    ]);
    late.abort();
    return ending;
  };
  return [
    {
      id: 'end-of-input',
      requirement:
        'Answers what it has in hand when its standard input ends, then ends with status 0, and leaves nothing running.',
      async run({ adapter, ask }) {
        const answer = ask();
        const ended = within(adapter.finish({ bye: false }));
        const problem = missing(await answer);
        const ending = await ended;
        if (problem !== undefined) return problem;
        return badEnding(ending, patience) ?? (ending?.leftBehind ? 'It left a process running.' : undefined);
      },
    },
    {
      id: 'goodbye',
      requirement: 'Ends with status 0 at `bye`, without waiting for the end of its standard input.',
      async run({ adapter }) {
        adapter.send({ type: 'bye' });
        return badEnding(await within(adapter.ended), patience);
      },
    },
    {
      id: 'sigterm',
      requirement: 'Ends at SIGTERM.',
      async run({ adapter }) {
        const { signal } = await adapter.stop();
        return signal === 'SIGKILL' ? `It did not end within ${patience} ms of SIGTERM, and was killed.` : undefined;
      },
    },
  ];
}

function badEnding(ending: AdapterEnding | undefined, patience: number): string | undefined {
  if (!ending) return `It did not end within ${patience} ms.`;
  return ending.status === 0 ? undefined : `It ${describeEnding(ending)}.`;
}
