import type { FailureWhen, RelatedGuard, When } from '../../language/lifecycle.js';
import type { WrittenFailureWhen, WrittenWhen } from '../written.js';
import { checkGuards } from './basis.js';
import type { ExpandContext, Path } from './context.js';
import { listOf, mapValues, wordsOf } from './words.js';

export function expandWhen(written: WrittenWhen | undefined, path: Path, context: ExpandContext): When {
  if (!written) return {};
  return {
    ...(written.state !== undefined && { state: wordsOf(written.state) }),
    ...(written.related && { related: mapValues(written.related, expandRelated) }),
    ...(written.request && { request: mapValues(written.request, listOf) }),
    ...(written.field && { field: mapValues(written.field, listOf) }),
    ...(written.taken && { taken: written.taken }),
    ...(written.switch && { switch: expandSwitchGuard(written.switch, [...path, 'switch'], context) }),
    ...(written.call !== undefined && { call: written.call }),
    ...(written.any && {
      any: written.any.map((branch, index) => expandWhen(branch, [...path, 'any', index], context)),
    }),
  };
}

export function expandFailureWhen(
  written: WrittenFailureWhen | undefined,
  path: Path,
  context: ExpandContext,
): FailureWhen {
  if (!written) return {};
  return {
    ...(written.kind && { kind: listOf(written.kind) }),
    ...(written.cause && { cause: listOf(written.cause) }),
    ...(written.in && { in: listOf(written.in) }),
    ...(written.at !== undefined && { at: listOf(written.at) }),
    ...(written.keyword && { keyword: listOf(written.keyword) }),
    ...(written.operation && { operation: listOf(written.operation) }),
    ...(written.switch && { switch: expandSwitchGuard(written.switch, [...path, 'switch'], context) }),
  };
}

function expandSwitchGuard(
  written: NonNullable<WrittenWhen['switch']>,
  path: Path,
  context: ExpandContext,
): Record<string, readonly string[]> {
  const guards = mapValues(written, wordsOf);
  checkGuards(guards, path, context);
  return guards;
}

function expandRelated(written: NonNullable<WrittenWhen['related']>[string]): RelatedGuard {
  if (typeof written !== 'object' || Array.isArray(written)) return { of: 'one', states: wordsOf(written as string) };
  const { some, none } = written as { readonly some?: string; readonly none?: string };
  return some === undefined ? { of: 'none', states: wordsOf(none ?? []) } : { of: 'some', states: wordsOf(some) };
}
