import { describe, expect, test } from 'vitest';
import { analyse, possibleSituations, statesLike, tableSize } from '../../../src/table/analyse.js';
import { essence, describe as inWords } from '../../../src/table/describe.js';
import { row, thingTable } from './thingTable.js';

const undecidedIn = (source: ReturnType<typeof thingTable>) => {
  const first = essence(analyse(source, 'use').undecided, possibleSituations(source, 'use'));
  return first && inWords(first, first.state === undefined ? [] : statesLike(source, 'use', first.state));
};

describe('a decision table', () => {
  test('is total where the last row has no guard', () => {
    expect(analyse(thingTable([row('absent', { state: ['absent'] }), row('rest')]), 'use').undecided).toEqual([]);
  });

  test('names every own state that no row decides', () => {
    const source = thingTable([row('absent', { state: ['absent'] }), row('a', { state: ['a'] })]);
    expect(undecidedIn(source)).toBe('state is "b" or "c"');
  });

  test('has no absent own record where the operation has no `by`', () => {
    const { by: _, ...operation } = thingTable([]).lifecycle.operations['use'] ?? { by: '' };
    const source = thingTable([row('created')]);
    const create = { ...source.lifecycle, operations: { use: { ...operation, decide: [row('created')] } } };
    expect(possibleSituations({ ...source, lifecycle: create as typeof source.lifecycle }, 'use')).toEqual([
      { related: {}, switches: {}, request: {}, field: {}, taken: {}, calls: {} },
    ]);
  });

  test('counts a record whose bound parent is absent as absent, so a row after `absent` that asks for the parent is shadowed', () => {
    const absent = row('absent', { state: ['absent'] });
    const noBox = row('no-box', { related: { box: { of: 'one', states: ['absent'] } } });
    const bind = { box: '$request.query.kind' };
    expect(analyse(thingTable([absent, noBox, row('rest')], { bind }), 'use').shadowed).toEqual([
      { id: 'no-box', by: ['absent'] },
    ]);
    expect(analyse(thingTable([noBox, absent, row('rest')], { bind }), 'use').shadowed).toEqual([]);
    // Without the binding the box is what the record itself names, and it may be gone while the record is there.
    expect(analyse(thingTable([absent, noBox, row('rest')]), 'use').shadowed).toEqual([]);
  });

  test('counts a parent as absent where its own bound parent is absent', () => {
    const bind = { box: '$request.query.kind', 'box/shelf': '$request.query.kind' };
    const noBox = row('no-box', { related: { box: { of: 'one', states: ['absent'] } } });
    const noShelf = row('no-shelf', { related: { 'box/shelf': { of: 'one', states: ['absent'] } } });
    expect(analyse(thingTable([noBox, noShelf, row('rest')], { bind }), 'use').shadowed).toEqual([
      { id: 'no-shelf', by: ['no-box'] },
    ]);
  });

  test('tells an optional related record that is not named from one that is not there', () => {
    const lid = (states: string[]) => ({ related: { lid: { of: 'one' as const, states } } });
    const source = thingTable([
      row('absent', { state: ['absent'] }),
      row('lid', lid(['present'])),
      row('no-lid', lid(['absent'])),
    ]);
    expect(undecidedIn(source)).toBe('state is "a" or "b" or "c", lid is unset');
  });

  test('tries every set of states that related records can be in', () => {
    const some = row('some', { related: { parts: { of: 'some', states: ['new'] } } });
    const none = row('none', { related: { parts: { of: 'none', states: ['present'] } } });
    expect(undecidedIn(thingTable([some, none]))).toBe('there are parts in "old"');
  });

  test('tries every value a closed schema allows, and no other', () => {
    const force = (value: boolean) => ({ request: { '$request.query.force': [value] } });
    expect(analyse(thingTable([row('no', force(false)), row('yes', force(true))]), 'use').undecided).toEqual([]);
    expect(undecidedIn(thingTable([row('no', force(false))]))).toBe('$request.query.force is true');
  });

  test('tries a named value, any other value and none for an open schema', () => {
    const kind = (value: string) => ({ request: { '$request.query.kind': [value] } });
    expect(undecidedIn(thingTable([row('k', kind('k')), row('none', kind('absent'))]))).toBe(
      '$request.query.kind is something else',
    );
    expect(undecidedIn(thingTable([row('any', kind('present'))]))).toBe('$request.query.kind is absent');
  });

  test('tries both answers of a named function, of `taken` and of a field guard', () => {
    expect(undecidedIn(thingTable([row('f', { call: 'f' })]))).toBe('f does not hold');
    expect(undecidedIn(thingTable([row('t', { taken: { name: '$request.query.kind' } })]))).toBe('name is not taken');
    const field = thingTable([row('absent', { state: ['absent'] }), row('f', { field: { 'a/b': [1] } })]);
    expect(undecidedIn(field)).toBe('field a/b is something else');
  });

  test('merges what no row tells apart', () => {
    expect(tableSize(thingTable([row('a', { state: ['a'] }), row('rest')]), 'use')).toBe(3);
    expect(tableSize(thingTable([row('m', { switch: { mode: ['x'] } }), row('rest')]), 'use')).toBe(4);
  });

  test('refuses to try more than 65,536 combinations', () => {
    const calls = Array.from({ length: 16 }, (_, index) => row(`f${index}`, { call: `f${index}` }));
    expect(() => analyse(thingTable([...calls, row('rest')]), 'use')).toThrow(
      'The table has 131072 combinations; 65536 are allowed.',
    );
  });

  test('has a guard that holds nowhere reported as shadowed by nothing', () => {
    const never = row('never', { state: ['absent'], related: { parts: { of: 'some', states: ['new'] } } });
    expect(analyse(thingTable([never, row('rest')]), 'use').shadowed).toEqual([{ id: 'never', by: [] }]);
  });
});
