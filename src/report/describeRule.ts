import type { CompiledContract } from '../language/compiledContract.js';
import { documentOperation } from '../language/documentOperation.js';
import type { Citation, FailureRow, Row } from '../language/lifecycle.js';
import { describeEffects, describeList } from './describeEffects.js';
import { describeFailureWhen } from './describeFailureWhen.js';
import { describeReply } from './describeReply.js';
import { describeWhen, type Subject } from './describeWhen.js';
import type { ExplainedAnswer, ExplainedRule, ExplainedSource } from './explainedRule.js';
import { switchesOf } from './switchesOf.js';
import { spaced } from './words.js';

/** A row of an operation's decision table in words. */
export function describeRow(contract: CompiledContract, operationId: string, row: Row): ExplainedRule {
  const { lifecycle, document } = contract;
  const operation = lifecycle.operations[operationId];
  const on = operation?.on;
  const subject: Subject = on === undefined ? { lifecycle } : { lifecycle, resource: on };
  const isOnly = operation?.decide.length === 1;
  const shown = row.list ? 'the list' : on && `the ${spaced(on)}`;
  const answer = describeReply(
    row.reply,
    document,
    documentOperation(contract.document, operationId)?.operation,
    shown,
  );
  return {
    ...common(contract, row, answer),
    rule: `${contract.id}/${operationId}/${row.id}`,
    kind: 'decision',
    order: (operation?.decide.indexOf(row) ?? 0) + 1,
    when: describeWhen(row.when, subject) || (isOnly ? 'always' : 'in every other case'),
    effect: row.list ? describeList(row.list, subject) : describeEffects(row.effects, subject),
    ...(row.means === undefined ? {} : { means: row.means }),
  };
}

/** A row of a failure table in words: the provider's, or (with `operationId`) as it refuses requests of that operation. */
export function describeFailure(contract: CompiledContract, row: FailureRow, operationId?: string): ExplainedRule {
  const operation =
    operationId === undefined ? undefined : documentOperation(contract.document, operationId)?.operation;
  const own = contract.lifecycle.operations[operationId ?? '']?.failures ?? [];
  const answer = row.reply && describeReply(row.reply, contract.document, operation, undefined);
  return {
    ...common(contract, row, answer),
    rule: [contract.id, ...(operationId === undefined ? [] : [operationId]), row.id].join('/'),
    kind: 'refusal',
    order: [...own, ...contract.lifecycle.failures].indexOf(row) + 1,
    when: describeFailureWhen(row.when) || 'in every other case',
    effect: answer ? 'refuses the request before it is decided' : 'lets the request go on',
  };
}

type Common = Pick<ExplainedRule, 'row' | 'answer' | 'basis' | 'sources' | 'switches' | 'place'>;

function common(contract: CompiledContract, row: Row | FailureRow, answer: ExplainedAnswer | undefined): Common {
  return {
    row: row.id,
    ...(answer ? { answer } : {}),
    basis: row.basis,
    sources: row.citations.map((citation) => describeSource(contract, citation)),
    switches: switchesOf(contract.lifecycle, row, answer),
    place: row.place,
  };
}

/** A citation with the document it names. */
export function describeSource({ lifecycle }: CompiledContract, { source, place }: Citation): ExplainedSource {
  const document = lifecycle.sources[source] ?? { title: source };
  return place === undefined ? document : { ...document, place };
}
