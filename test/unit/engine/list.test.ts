import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileList } from '../../../src/engine/list.js';
import type { ListRule } from '../../../src/language/lifecycle.js';
import { context, draft, scopeOf, storeOf } from './support/parcelScope.js';

type Parcel = Readonly<Record<string, unknown>>;

function listed(parcels: readonly Parcel[], rule: Partial<ListRule>, query: Readonly<Record<string, unknown>> = {}) {
  const store = storeOf(
    ...parcels.map((fields, index) => draft('parcel', `k${index}`, { id: `k${index}`, ...fields })),
  );
  const input = { path: {}, query, header: {}, body: undefined, undeclared: {} };
  const scope = scopeOf(store, { input });
  compileList({ where: [], ...rule }, context)(scope);
  if (!scope.list) throw new Error('there is a list');
  return { ...scope.list, keys: scope.list.items.map(({ key }) => key) };
}
const weights = (...given: readonly unknown[]): Parcel[] => given.map((weight) => ({ weight }));
const by = (field: string, order = 'asc') => ({ sort: { by: field, order } });

describe('order', () => {
  it('is that of creation where none is asked for', () => {
    expect(listed(weights(3, 1, 2), {}).keys).toEqual(['k0', 'k1', 'k2']);
  });

  it('of equals is that of creation, turned round where the list is', () => {
    expect(listed(weights(1, 0, 1), by('weight')).keys).toEqual(['k1', 'k0', 'k2']);
    expect(listed(weights(1, 0, 1), by('weight', 'desc')).keys).toEqual(['k2', 'k0', 'k1']);
  });

  it('of numbers is by size, of instants by time, of texts by letters', () => {
    expect(listed(weights(10, 9, 100), by('weight')).keys).toEqual(['k1', 'k0', 'k2']);
    const times = ['2026-01-01T02:00:00+02:00', '2026-01-01T00:30:00Z', '2025-12-31T23:59:59.5Z'];
    expect(
      listed(
        times.map((created_at) => ({ created_at })),
        by('created_at'),
      ).keys,
    ).toEqual(['k2', 'k0', 'k1']);
    expect(listed([{ note: 'b' }, { note: 'B' }, { note: 'a' }], by('note')).keys).toEqual(['k1', 'k2', 'k0']);
  });

  it('takes the field and the direction from the request', () => {
    const asked = { sort: { by: '$request.query.sort', order: '$request.query.order' } };
    expect(listed(weights(1, 3, 2), asked, { sort: 'weight', order: 'desc' }).keys).toEqual(['k1', 'k2', 'k0']);
  });

  it('has those without a value behind all others, however they were made', () => {
    const weight = fc.oneof(fc.integer({ min: -5, max: 5 }), fc.constantFrom(null, undefined));
    fc.assert(
      fc.property(fc.array(weight, { maxLength: 8 }), (given) => {
        const seen = listed(weights(...given), by('weight')).items.map(({ fields }) => fields['weight'] ?? Infinity);
        expect(seen).toEqual([...seen].sort((a, b) => Number(a) - Number(b)));
      }),
    );
  });
});

describe('pages', () => {
  const page = (counts: string, first: number, total = 'all') => ({
    page: { start: '$request.query.start', counts, first, size: '$request.query.size', total },
  });
  const five = weights(1, 2, 3, 4, 5);

  it.each<[string, number, Readonly<Record<string, unknown>>, object]>([
    ['pages', 1, { start: 2, size: 2 }, { keys: ['k2', 'k3'], page: 2, start: 2, pages: 3, more: true, total: 5 }],
    ['pages', 1, { start: 3, size: 2 }, { keys: ['k4'], page: 3, more: false }],
    ['pages', 1, { start: 9, size: 2 }, { keys: [], page: 9, more: false, total: 5 }],
    ['pages', 0, { start: 0, size: 2 }, { keys: ['k0', 'k1'], page: 0, more: true }],
    ['items', 0, { start: 1, size: 3 }, { keys: ['k1', 'k2', 'k3'], start: 1, page: 0, more: true }],
    ['items', 1, { start: 1, size: 3 }, { keys: ['k0', 'k1', 'k2'], page: 1 }],
    ['items', 0, { start: 4, size: 3 }, { keys: ['k4'], page: 1, more: false }],
    ['pages', 1, {}, { keys: ['k0', 'k1', 'k2', 'k3', 'k4'], size: 5, pages: 1, more: false }],
    ['pages', 1, { start: -3, size: 2 }, { keys: ['k0', 'k1'] }],
  ])('counting %s from %i, asked for %j', (counts, first, query, expected) => {
    expect(listed(five, page(counts, first), query)).toMatchObject(expected);
  });

  it('of nothing are none', () => {
    expect(listed([], page('pages', 1), { start: 1, size: 10 })).toMatchObject({ pages: 0, total: 0, more: false });
  });

  it('may give the number shown as the total', () => {
    expect(listed(five, page('items', 0, 'shown'), { start: 3, size: 10 })).toMatchObject({ total: 2 });
  });

  it('joined are the list, without gaps and doubles', () => {
    const some = fc.record({ given: fc.array(fc.nat(3), { maxLength: 12 }), size: fc.integer({ min: 1, max: 5 }) });
    fc.assert(
      fc.property(some, fc.constantFrom('asc', 'desc'), ({ given, size }, order) => {
        const rule = { ...by('weight', order), ...page('pages', 1) };
        const { pages } = listed(weights(...given), rule, { start: 1, size });
        const joined = Array.from(
          { length: pages },
          (_, at) => listed(weights(...given), rule, { start: at + 1, size }).keys,
        );
        expect(joined.flat()).toEqual(listed(weights(...given), by('weight', order)).keys);
      }),
      { numRuns: 30 },
    );
  });
});

describe('a filter', () => {
  const keep = (parcels: readonly Parcel[], operator: string, value: unknown, more = {}) => {
    const row = { field: 'weight', operator, value: '$request.query.sought', ignoreCase: false, ...more };
    return listed(parcels, { where: [row as ListRule['where'][number]] }, { sought: value }).keys;
  };

  it.each<[string, unknown, readonly string[]]>([
    ['equals', 2, ['k1']],
    ['equals', '2', ['k1']],
    ['in', [1, 3], ['k0', 'k2']],
    ['in', [], []],
    ['gte', 2, ['k1', 'k2']],
    ['lte', '2', ['k0', 'k1']],
    ['contains', 3, ['k2']],
    ['startsWith', '', ['k0', 'k1', 'k2']],
    ['equals', undefined, ['k0', 'k1', 'k2', 'k3']],
  ])('by %s %j', (operator, value, expected) => {
    expect(keep(weights(1, 2, 3, null), operator, value)).toEqual(expected);
  });

  it('compares instants as instants', () => {
    const times = ['2026-01-01T00:00:00Z', '2026-01-01T01:00:00Z'].map((created_at) => ({ created_at }));
    expect(keep(times, 'gte', '2026-01-01T02:30:00+02:00', { field: 'created_at' })).toEqual(['k1']);
  });

  it('looks into lists, and asks all of them to be had', () => {
    const tagged = [{ tags: ['a', 'b'] }, { tags: ['b'] }, { tags: [] }, {}];
    expect(keep(tagged, 'has', ['a', 'b'], { field: 'tags' })).toEqual(['k0']);
    expect(keep(tagged, 'equals', 'b', { field: 'tags/*' })).toEqual(['k0', 'k1']);
    expect(keep([{ note: 'ABC' }], 'contains', 'b', { field: 'note', ignoreCase: true })).toEqual(['k0']);
  });

  it('by key finds the same as one that walks the list', () => {
    const row = { field: 'id', operator: 'in', value: '$request.query.ids', ignoreCase: false } as const;
    expect(listed(weights(1, 2, 3), { where: [row] }, { ids: ['k2', 'k0', 'none', 'k2'] }).keys).toEqual(['k0', 'k2']);
  });

  it('by state takes a record that has none for present only', () => {
    const parcels = [{ status: 'waiting' }, { status: 'done' }];
    expect(listed(parcels, { state: ['done'] }).keys).toEqual(['k1']);
  });
});
