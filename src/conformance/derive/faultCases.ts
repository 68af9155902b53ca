import type { Fault } from '../../mock/faults/fault.js';
import type { Case } from '../case.js';
import { decisionCase } from './decisionCase.js';
import type { DerivedCase } from './deriveCases.js';
import { faultTitle } from './titles.js';

/** A fault that matters to who deletes: its name in case ids, what it is in words, and how many calls it strikes. */
interface NamedFault {
  readonly name: string;
  readonly about: string;
  readonly fault: Fault;
  /** Only the first call; without it every one. */
  readonly once?: true;
}

const overSuccess: readonly NamedFault[] = [
  {
    name: 'throttled-seconds',
    about: 'the first call is throttled for a second',
    fault: { status: 429, retryAfter: 1 },
    once: true,
  },
  {
    name: 'throttled-date',
    about: 'the first call is throttled until a date',
    fault: { status: 429, retryAfter: { date: '1s' } },
    once: true,
  },
  { name: 'unavailable-once', about: 'the service is unavailable once', fault: { status: 503 }, once: true },
  { name: 'unavailable', about: 'the service is unavailable', fault: { status: 503 } },
  {
    name: 'reset-before',
    about: 'the connection is reset before the effect',
    fault: { reset: 'before' },
    once: true,
  },
  { name: 'reset-after', about: 'the connection is reset after the effect', fault: { reset: 'after' }, once: true },
  { name: 'lose-response', about: 'the response is lost', fault: { loseResponse: true }, once: true },
  { name: 'truncate', about: 'the response is cut off', fault: { truncate: true }, once: true },
  { name: 'gateway-page', about: 'a gateway answers with a page', fault: { status: 502, html: true } },
  { name: 'empty-400', about: 'a 400 comes without a body', fault: { status: 400, empty: true } },
];

const overRefusal: readonly NamedFault[] = overSuccess.filter(({ name }) =>
  ['reset-after', 'lose-response', 'truncate', 'unavailable-once'].includes(name),
);

/**
 * The faults that matter, laid over the first success and the first refusal of every operation that deletes its own
 * record: there a wrong word does harm.
 */
export function faultCases(derived: readonly DerivedCase[]): readonly Case[] {
  const deleting = new Set(derived.filter(isDeletion).map(({ operation }) => operation));
  return [...deleting].flatMap((operation) => {
    const own = derived.filter((one) => one.operation === operation);
    const success = own.find(isDeletion);
    const refusal = own.find(({ expect }) => expect.own === 'kept' && expect.words.includes('refused'));
    return [...under(success, overSuccess), ...under(refusal, overRefusal)];
  });
}

function isDeletion({ expect }: DerivedCase): boolean {
  return expect.own === 'gone' && expect.status < 300;
}

function under(derived: DerivedCase | undefined, faults: readonly NamedFault[]): readonly Case[] {
  if (!derived) return [];
  const plain = decisionCase(derived);
  return faults.map(({ name, about, fault, once }) => ({
    ...plain,
    id: `${derived.id}/fault/${name}`,
    title: faultTitle(derived.operation, about),
    kind: 'fault',
    setup: {
      ...plain.setup,
      faults: [{ operation: `${derived.provider}/${derived.operation}`, fault, ...(once ? { times: 1 } : {}) }],
    },
  }));
}
