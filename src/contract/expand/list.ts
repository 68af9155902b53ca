import { type ListRule, type Paging, type WhereRow, whereOperators } from '../../language/lifecycle.js';
import type { WrittenList, WrittenPaging, WrittenSort, WrittenWhere } from '../written.js';
import type { ExpandContext, Path } from './context.js';
import { splice, underlie } from './shared.js';
import { wordsOf } from './words.js';

export function expandList(written: WrittenList, path: Path, context: ExpandContext): ListRule {
  const where = typeof written.where === 'string' ? [{ use: written.where }] : (written.where ?? []);
  const filters = splice<WrittenWhere | { readonly call: string }>(where, 'where', [...path, 'where'], context);
  const sort =
    written.sort === undefined ? undefined : underlie<WrittenSort>(written.sort, 'sort', [...path, 'sort'], context);
  const page =
    written.page === undefined
      ? undefined
      : underlie<WrittenPaging>(written.page, 'paging', [...path, 'page'], context);
  const body = written.body ?? page?.body;
  return {
    ...(written.state !== undefined && { state: wordsOf(written.state) }),
    where: filters.map(({ item }) => expandWhere(item)),
    ...(sort?.by !== undefined && { sort: { by: sort.by, order: sort.order ?? 'asc' } }),
    ...(page && { page: expandPaging(page, [...path, 'page'], context) }),
    ...(body !== undefined && { body }),
  };
}

function expandWhere(written: WrittenWhere | { readonly call: string }): WhereRow {
  if ('call' in written) return { call: written.call };
  const operator = whereOperators.find((name) => written[name] !== undefined) ?? 'equals';
  return { field: written.field, operator, value: written[operator] ?? null, ignoreCase: written.ignoreCase ?? false };
}

function expandPaging(written: Omit<WrittenPaging, 'use'>, path: Path, context: ExpandContext): Paging {
  for (const key of ['start', 'counts', 'first', 'size'] as const) {
    if (written[key] === undefined)
      context.complain('lifecycle-shape', `This paging has no \`${key}\`, nor has the shared piece it uses.`, path);
  }
  const { start = null, counts = 'pages', first = 1, size = null, total = 'all' } = written;
  return { start, counts, first, size, total };
}
