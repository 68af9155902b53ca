import type { Contract } from '../../engine/contract.js';
import { linkLoaded } from '../../engine/linkLoaded.js';
import type { LoadedContract } from '../../engine/loadedContract.js';
import type { Facets, FailureKind, Reply, ReportWord } from '../../language/lifecycle.js';
import { createMock } from '../../mock/createMock.js';
import { indistinguishable } from '../../table/indistinguishable.js';
import { failureWords, reportWords } from '../../table/reportWords.js';
import { nothing } from '../../table/situation.js';
import { acceptedWords } from '../derive/acceptedWords.js';
import type { GivenCredential } from '../protocol/messages.js';

/** What a contract says of one of its rules, as far as a client is judged by it. */
export interface RuleKnowledge {
  readonly rule: string;
  readonly basis: Facets;
  readonly status: number | undefined;
  /** What a client may truthfully say after it; `absent`: there was no record before. Empty: it says nothing about deleting. */
  readonly words: (absent: boolean) => readonly ReportWord[];
  /** The kinds of failures the row is for; none of a row that decides. */
  readonly failure?: readonly FailureKind[];
}

/** A contract, and what is looked up in it for every case. */
export interface ContractKnowledge {
  readonly source: LoadedContract;
  readonly contract: Contract;
  /** The sandbox's own credentials, as a client is given them: security scheme → credential. */
  readonly credentials: Readonly<Record<string, GivenCredential>>;
  /** By the name in `x-tombstone-rule`: `provider/operation/row`. */
  readonly ruleOf: (rule: string) => RuleKnowledge | undefined;
}

/** Looks a contract's rules up once for all cases. */
export function knowContract(source: LoadedContract): ContractKnowledge {
  const { compiled } = source;
  const known = new Map<string, RuleKnowledge>();
  for (const [operationId, operation] of Object.entries(compiled.lifecycle.operations)) {
    for (const row of [...compiled.lifecycle.failures, ...operation.failures.toReversed()]) {
      const words = failureWords(row);
      const rule = `${compiled.id}/${operationId}/${row.id}`;
      known.set(rule, {
        rule,
        basis: row.basis,
        status: row.reply?.status,
        words: () => words,
        failure: row.when.kind ?? [],
      });
    }
    const alike = indistinguishable(compiled, operationId);
    const refusals = [...compiled.lifecycle.failures, ...operation.failures];
    for (const row of operation.decide) {
      const rule = `${compiled.id}/${operationId}/${row.id}`;
      const own = alike.filter(({ rows }) => rows.includes(row.id));
      const vague = refusals.some(({ reply }) => isSameAnswer(reply, row.reply));
      known.set(rule, {
        rule,
        basis: row.basis,
        status: row.reply.status,
        words: (absent) => {
          const before = absent ? { ...nothing, state: 'absent' } : undefined;
          const words = acceptedWords(reportWords(row, operation, before), own);
          return vague && words.length > 0 ? [...new Set([...words, 'unknown' as const])] : words;
        },
      });
    }
  }
  const [description] = createMock([source]).providers();
  const credentials = (description?.credentials ?? {}) as Readonly<Record<string, GivenCredential>>;
  return { source, contract: linkLoaded(source), credentials, ruleOf: (rule) => known.get(rule) };
}

/** A row that answers as a bad request is answered: no client can tell whether the state or the request was at fault. */
function isSameAnswer(one: Reply | undefined, other: Reply): boolean {
  return one?.example !== undefined && one.example === other.example && one.status === other.status;
}
