import type { FailureRow, Row } from '../language/lifecycle.js';
import type { OperationObject } from '../language/openapi.js';
import type { LinkedFailureRow, LinkedResource, LinkedRow } from './contract.js';
import { compileEffect } from './effect.js';
import { compileFailureGuard } from './failureGuard.js';
import { compileGuard } from './guard.js';
import type { LinkContext } from './linkContext.js';
import { compileList } from './list.js';
import { compileReply } from './reply.js';
import { compileStateTest } from './stateTest.js';

/** Links one row of an operation's decision table. */
export function linkRow(
  row: Row,
  operationId: string,
  object: OperationObject,
  resource: LinkedResource | undefined,
  context: LinkContext,
): LinkedRow {
  const hides = compileHides(row.show, resource, context);
  const { state, ...rest } = row.when;
  return {
    id: row.id,
    rule: `${context.compiled.id}/${operationId}/${row.id}`,
    basis: row.basis,
    state: compileStateTest(state, resource?.state),
    holds: compileGuard(rest, resource, context),
    acts: row.effects.map((effect) => compileEffect(effect, resource, context)),
    reply: compileReply(row.reply, object, context, row.list?.body),
    ...(row.list ? { list: compileList(row.list, context) } : {}),
    ...(hides ? { hides } : {}),
    ...(row.means === undefined ? {} : { means: row.means }),
  };
}

function compileHides(
  show: Row['show'],
  resource: LinkedResource | undefined,
  context: LinkContext,
): LinkedRow['hides'] {
  const [first, ...others] = Object.entries(show).map(([field, when]) => ({
    field,
    alone: new Set([field]),
    holds: compileGuard(when, resource, context),
  }));
  if (!first) return undefined;
  if (others.length === 0) return (scope) => (first.holds(scope) ? undefined : first.alone);
  return (scope) => new Set([first, ...others].filter(({ holds }) => !holds(scope)).map(({ field }) => field));
}

/** Links one row of a failure table: an operation's, or (without its object) the provider's. */
export function linkFailureRow(
  row: FailureRow,
  object: OperationObject | undefined,
  context: LinkContext,
): LinkedFailureRow {
  const base = { id: row.id, basis: row.basis, holds: compileFailureGuard(row.when) };
  return row.reply ? { ...base, reply: compileReply(row.reply, object, context) } : base;
}
