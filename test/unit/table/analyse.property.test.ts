import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Row, When } from '../../../src/language/lifecycle.js';
import { analyse } from '../../../src/table/analyse.js';
import { situationsOf } from '../../../src/table/situationsOf.js';
import { row, thingTable } from './thingTable.js';

/** A world, written out without the analysis: every state apart, every value real. */
interface World {
  readonly state: string;
  readonly box: string;
  readonly parts: readonly string[];
  readonly mode: string;
  readonly kind: string | undefined;
  readonly f: boolean;
}

const worlds: World[] = ['a', 'b', 'c', 'absent'].flatMap((state) =>
  ['full', 'empty', 'absent'].flatMap((box) =>
    [[], ['new'], ['old'], ['new', 'old']].flatMap((parts) =>
      ['x', 'y'].flatMap((mode) =>
        ['k', 'l', 'm', undefined].flatMap((kind) => [false, true].map((f) => ({ state, box, parts, mode, kind, f }))),
      ),
    ),
  ),
);

// The box is bound: without it the thing counts as absent. A thing that is absent has no parts.
const real = worlds.filter(({ state, box, parts }) => (state === 'absent' ? parts.length === 0 : box !== 'absent'));

function bruteHolds(when: When, world: World): boolean {
  const is = (words: readonly string[], state: string) =>
    words.some((word) => word === state || (word === 'present' && state !== 'absent'));
  const box = when.related?.['box'];
  const parts = when.related?.['parts'];
  const kinds = when.request?.['$request.query.kind'];
  return [
    !when.state || is(when.state, world.state),
    !box || is(box.states, world.box),
    !parts || (parts.of === 'some') === world.parts.some((state) => is(parts.states, state)),
    !when.switch?.['mode'] || when.switch['mode'].includes(world.mode),
    !kinds || kinds.some((kind) => (kind === 'present' ? world.kind !== undefined : kind === (world.kind ?? 'absent'))),
    !when.call || world.f,
    !when.any || when.any.some((branch) => bruteHolds(branch, world)),
  ].every(Boolean);
}

const first = (rows: readonly Row[], world: World) => rows.find(({ when }) => bruteHolds(when, world))?.id;

const some = (...words: string[]) => fc.subarray(words, { minLength: 1 });
const oneOf = some('full', 'empty', 'absent', 'present').map((states) => ({ of: 'one' as const, states }));
const manyOf = fc.record({
  of: fc.constantFrom('some' as const, 'none' as const),
  states: some('new', 'old', 'present'),
});
const flat: fc.Arbitrary<When> = fc.record(
  {
    state: some('a', 'b', 'c', 'absent', 'present'),
    related: fc.record({ box: oneOf, parts: manyOf }, { requiredKeys: [] }),
    switch: some('x', 'y').map((mode) => ({ mode })),
    request: some('k', 'l', 'present', 'absent').map((kind) => ({ '$request.query.kind': kind })),
    call: fc.constant('f'),
  },
  { requiredKeys: [] },
);
const guard: fc.Arbitrary<When> = fc.oneof(
  flat,
  fc.tuple(flat, fc.array(flat, { minLength: 1, maxLength: 3 })).map(([when, any]) => ({ ...when, any })),
);
const tables = fc.array(guard, { minLength: 1, maxLength: 6 }).map((guards) => {
  const rows = guards.map((when, index) => row(`r${index}`, when));
  return { rows, source: thingTable(rows, { bind: { box: '$request.query.kind' } }) };
});

describe('for random tables, the analysis agrees with trying every world', () => {
  test('on which tables are total', () => {
    fc.assert(
      fc.property(tables, ({ rows, source }) => {
        const undecided = real.some((world) => first(rows, world) === undefined);
        expect(analyse(source, 'use').undecided.length > 0).toBe(undecided);
      }),
    );
  });

  test('on which rows are never first, and which rows win in their place', () => {
    fc.assert(
      fc.property(tables, ({ rows, source }) => {
        const dead = rows.filter(({ id }) => !real.some((world) => first(rows, world) === id));
        const shadowed = dead.map(({ id, when }) => {
          const met = real.filter((world) => bruteHolds(when, world));
          return { id, by: [...new Set(met.map((world) => first(rows, world)))].sort() };
        });
        expect(analyse(source, 'use').shadowed.map(({ id, by }) => ({ id, by: [...by].sort() }))).toEqual(shadowed);
      }),
    );
  });

  test('on which own states a row decides: its cases start from each of them', () => {
    fc.assert(
      fc.property(tables, ({ rows, source }) => {
        for (const { id } of rows) {
          const states = new Set(real.filter((world) => first(rows, world) === id).map(({ state }) => state));
          expect(new Set(situationsOf(source, 'use', id).map(({ state }) => state))).toEqual(states);
        }
      }),
    );
  });
});
