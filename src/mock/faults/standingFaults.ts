import { readDuration } from '../clock.js';
import type { Mock } from '../mock.js';
import { createRandom } from '../random.js';
import type { Fault, FaultSetting, StandingFault, Strike } from './fault.js';
import { readFault } from './readFault.js';

/** The faults of a sandbox, and what they do to its calls. */
export interface StandingFaults {
  /** What strikes this call of an operation, named `provider/operationId`. Called once per call: it counts. */
  strike(operation: string): Strike | undefined;
  /** As if the sandbox were new: the same faults added again strike the same calls. */
  reset(): void;
  /** These are the operations from now on; removes the faults laid over one that is gone, and gives them. */
  replaceOperations(operations: readonly string[]): readonly StandingFault[];
  readonly access: Mock['faults'];
}

interface Standing {
  readonly id: string;
  readonly setting: FaultSetting;
  readonly concerns: (operation: string) => boolean;
  readonly random: () => number;
  calls: number;
  hits: number;
}

/**
 * Keeps faults in the order they were added. The first of them whose turn it is strikes a call; those that are only
 * late strike besides, and their latencies add up. A call counts for every fault laid over it, whichever strikes.
 */
export function createFaults(operations: readonly string[], seed: number): StandingFaults {
  let known = namesOf(operations);
  let standing: readonly Standing[] = [];
  let added = 0;

  const add = (given: FaultSetting): string => {
    const setting = readFault(given, known);
    added += 1;
    const id = `fault-${added}`;
    const random = createRandom(seed ^ Math.imul(added, 0x9e3779b9));
    standing = [...standing, { id, setting, concerns: concerns(setting.operation), random, calls: 0, hits: 0 }];
    return id;
  };

  return {
    strike(operation) {
      if (standing.length === 0) return undefined;
      const due = standing.filter((each) => each.concerns(operation) && isDue(each));
      const first = due.find(({ setting }) => !isOnlyLate(setting.fault));
      const striking = due.filter((each) => each === first || isOnlyLate(each.setting.fault));
      if (striking.length === 0) return undefined;
      for (const each of striking) each.hits += 1;
      standing = standing.filter(({ setting, hits }) => hits < (setting.times ?? Number.POSITIVE_INFINITY));
      return together(striking);
    },
    reset() {
      standing = [];
      added = 0;
    },
    replaceOperations(now) {
      known = namesOf(now);
      const gone = standing.filter(({ setting }) => !known.includes(setting.operation));
      standing = standing.filter((each) => !gone.includes(each));
      return gone.map(shown);
    },
    access: {
      add,
      once: (operation, fault) => add({ operation, times: 1, fault }),
      list: () => standing.map(shown),
      remove(id) {
        const before = standing.length;
        standing = standing.filter((each) => each.id !== id);
        return standing.length < before;
      },
      clear() {
        standing = [];
      },
    },
  };
}

function shown({ id, setting, calls, hits }: Standing): StandingFault {
  return { id, ...setting, calls, hits };
}

/** Every name a fault may be laid over. */
function namesOf(operations: readonly string[]): readonly string[] {
  const providers = new Set(operations.map((operation) => operation.slice(0, operation.indexOf('/'))));
  return ['*', ...[...providers].map((provider) => `${provider}/*`), ...operations];
}

function concerns(pattern: string): Standing['concerns'] {
  if (pattern === '*') return () => true;
  if (!pattern.endsWith('/*')) return (operation) => operation === pattern;
  const prefix = pattern.slice(0, -1);
  return (operation) => operation.startsWith(prefix);
}

function isDue(standing: Standing): boolean {
  standing.calls += 1;
  const { after = 0, probability = 1 } = standing.setting;
  // Drawn even where another fault strikes, so that adding one does not change which calls this one strikes.
  return standing.calls > after && standing.random() < probability;
}

function isOnlyLate(fault: Fault): boolean {
  return Object.keys(fault).every((key) => key === 'latency');
}

function together(striking: readonly Standing[]): Strike {
  const faults = striking.map(({ setting }) => setting.fault);
  const fault: Fault = Object.assign({}, ...faults);
  const ids = striking.map(({ id }) => id);
  const latency = faults.reduce((sum, each) => sum + readDuration(each.latency ?? 0), 0);
  return latency > 0 ? { ids, ...fault, latency } : { ids, ...fault };
}
