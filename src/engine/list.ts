import { parseInstant } from '../language/instant.js';
import type { ListRule, Paging, WhereRow } from '../language/lifecycle.js';
import { pointerSegments } from '../language/pointer.js';
import type { Draft } from '../store/store.js';
import type { Evaluate } from './contract.js';
import type { LinkContext } from './linkContext.js';
import { names, stateWord } from './related.js';
import type { Scope } from './scope.js';
import { compileValue } from './value.js';

/** One page of a list, and where it lies. */
export interface ListResult {
  /** Records that passed every filter, in order: all of them, for a body function. */
  readonly matching: readonly Draft[];
  readonly items: readonly Draft[];
  readonly total: number;
  readonly page: number;
  readonly start: number;
  readonly size: number;
  readonly pages: number;
  readonly more: boolean;
}

type Filter = (scope: Scope) => ((record: Draft) => boolean) | undefined;

/** Compiles a list rule: candidates by relation or key, filters, order, page. */
export function compileList(rule: ListRule, context: LinkContext): (scope: Scope) => void {
  const filters = rule.where.map((row) => compileFilter(row, context));
  const states = rule.state && new Set(rule.state);
  const by = rule.sort && compileValue(rule.sort.by, context);
  const order = rule.sort && compileValue(rule.sort.order, context);
  const page = rule.page && compilePage(rule.page, context);
  const candidates = compileCandidates(rule, context);
  return (scope) => {
    const { resource } = scope;
    const active = filters.map((filter) => filter(scope)).filter((test) => test !== undefined);
    const bindings = [...(scope.operation?.bindings.values() ?? [])].filter(
      ({ ref }) => resource?.refs.get(ref.name) === ref,
    );
    const matching = candidates(scope).filter(
      (record) =>
        bindings.every((binding) => names(scope, record, binding)) &&
        (!states || states.has(stateWord(resource, record))) &&
        active.every((test) => test(record)),
    );
    const sorted = by && order ? sortRecords(scope, matching, String(by(scope)), order(scope) === 'desc') : matching;
    scope.list = page ? page(scope, sorted) : wholeList(sorted);
  };
}

/** Looks records up by key or relation where the rule allows it, so that a long store is not walked for a short answer. */
function compileCandidates(rule: ListRule, context: LinkContext): (scope: Scope) => readonly Draft[] {
  const keyed = rule.where.flatMap((row) =>
    'operator' in row && (row.operator === 'in' || row.operator === 'equals') ? [row] : [],
  );
  const values = keyed.map((row) => ({ field: row.field, evaluate: compileValue(row.value, context) }));
  return (scope) => {
    const { resource, transaction, partition, operation } = scope;
    if (!resource) return [];
    const byKey = values.find(({ field }) => field === resource.keyField)?.evaluate(scope);
    if (byKey !== undefined) {
      const keys = new Set((Array.isArray(byKey) ? byKey : [byKey]).map(String));
      return [...keys]
        .flatMap((key) => transaction.find(resource.name, partition, key) ?? [])
        .sort((a, b) => a.order - b.order);
    }
    for (const { ref, key } of operation?.bindings.values() ?? []) {
      if (resource.refs.get(ref.name) === ref)
        return transaction.having(resource.name, partition, ref.field, key(scope));
    }
    return transaction.all(resource.name, partition);
  };
}

function compileFilter(row: WhereRow, context: LinkContext): Filter {
  if ('call' in row) {
    const call = context.functions.filters?.[row.call];
    if (!call) throw new Error(`${context.compiled.id} has no filter function "${row.call}"`);
    return ({ input, surroundings }) => {
      const known = { request: input, record: undefined, now: surroundings.now, random: surroundings.random };
      return (record) => call(known, record.fields);
    };
  }
  const evaluate = compileValue(row.value, context);
  const compare = comparisons[row.operator];
  const segments = pointerSegments(`/${row.field}`);
  const fold = (value: unknown) => (row.ignoreCase && typeof value === 'string' ? value.toLowerCase() : value);
  return (scope) => {
    const sought = evaluate(scope);
    // A filter whose parameter was not given filters nothing.
    if (sought === undefined) return undefined;
    return (record) => compare(fieldValues(scope, record, segments).map(fold), fold(sought));
  };
}

/** The values a pointer with `*` reaches. */
function fieldValues(scope: Scope, record: Draft, segments: readonly string[]): unknown[] {
  const [first = '', ...rest] = segments;
  const computed = scope.contract.resources.get(record.resource)?.computed.get(first);
  const start = computed ? computed({ ...scope, record }) : record.fields[first];
  return rest
    .reduce<unknown[]>((values, segment) => values.flatMap((value) => step(value, segment)), [start])
    .filter((value) => value !== undefined && value !== null);
}

function step(value: unknown, segment: string): unknown[] {
  if (segment === '*') return Array.isArray(value) ? value : [];
  return value !== null && typeof value === 'object' ? [(value as Record<string, unknown>)[segment]] : [];
}

const same = (a: unknown, b: unknown): boolean => a === b || String(a) === String(b);
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

const comparisons: Readonly<
  Record<Extract<WhereRow, { operator: string }>['operator'], (values: readonly unknown[], sought: unknown) => boolean>
> = {
  equals: (values, sought) => values.some((value) => same(value, sought)),
  in: (values, sought) => values.some((value) => listOf(sought).some((one) => same(value, one))),
  has: (values, sought) => listOf(sought).every((one) => values.flatMap(listOf).some((value) => same(value, one))),
  gte: (values, sought) => values.some((value) => compareOrdered(value, sought) >= 0),
  lte: (values, sought) => values.some((value) => compareOrdered(value, sought) <= 0),
  contains: (values, sought) => values.some((value) => String(value).includes(String(sought))),
  startsWith: (values, sought) => values.some((value) => String(value).startsWith(String(sought))),
};

/** Numbers by size, instants by time whatever their rendering, everything else as text. */
function compareOrdered(a: unknown, b: unknown): number {
  const [x, y] = typeof a === 'number' ? [a, Number(b)] : [parseInstant(a), parseInstant(b)];
  if (x !== undefined && y !== undefined) return x - y;
  return String(a) < String(b) ? -1 : Number(String(a) > String(b));
}

/** Sorts by a field, those without a value behind all others; ties keep the order of creation, turned round where the list is. */
function sortRecords(scope: Scope, records: readonly Draft[], field: string, descending: boolean): readonly Draft[] {
  const keyed = records.map((record, index) => ({
    record,
    index,
    value: fieldValues(scope, record, pointerSegments(`/${field}`))[0],
  }));
  keyed.sort(
    (a, b) =>
      Number(a.value === undefined) - Number(b.value === undefined) ||
      compareOrdered(a.value, b.value) ||
      a.index - b.index,
  );
  if (descending) keyed.reverse();
  return keyed.map(({ record }) => record);
}

function wholeList(records: readonly Draft[]): ListResult {
  return {
    matching: records,
    items: records,
    total: records.length,
    page: 1,
    start: 0,
    size: records.length,
    pages: 1,
    more: false,
  };
}

function compilePage(page: Paging, context: LinkContext): (scope: Scope, records: readonly Draft[]) => ListResult {
  const evaluateStart = compileValue(page.start, context);
  const evaluateSize = compileValue(page.size, context);
  const counts: Evaluate = compileValue(page.counts, context);
  const totals: Evaluate = compileValue(page.total, context);
  return (scope, records) => {
    const size = Number(evaluateSize(scope) ?? records.length);
    const start = Number(evaluateStart(scope) ?? page.first);
    const offset = Math.max(0, counts(scope) === 'pages' ? (start - page.first) * size : start - page.first);
    const items = records.slice(offset, offset + size);
    return {
      matching: records,
      items,
      total: totals(scope) === 'shown' ? items.length : records.length,
      page: counts(scope) === 'pages' ? start : page.first + Math.floor(offset / Math.max(1, size)),
      start,
      size,
      pages: Math.ceil(records.length / Math.max(1, size)),
      more: offset + items.length < records.length,
    };
  };
}
