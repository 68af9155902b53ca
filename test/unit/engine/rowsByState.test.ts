import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LinkedResource, LinkedRow, LinkedState } from '../../../src/engine/contract.js';
import { rowsByState } from '../../../src/engine/rowsByState.js';
import { compileStateTest } from '../../../src/engine/stateTest.js';
import type { Draft } from '../../../src/store/store.js';

const wires = { waiting: 'WAITING', running: 1, done: '1' };
const words = [...Object.keys(wires), 'absent', 'present'];

const state = {
  field: 'status',
  nameOf: new Map<unknown, string>(Object.entries(wires).map(([name, wire]) => [wire, name])),
} as unknown as LinkedState;

function recordWith(status: unknown): Draft {
  return { resource: 'task', partition: '', key: 1, fields: { status }, flows: false, reads: 0, since: 0 };
}

/** What the language says of a guard's states, without any sorting. */
function concerns(states: readonly string[] | undefined, record: Draft | undefined, known: boolean): boolean {
  if (!states) return true;
  if (!record) return states.includes('absent');
  const name = known ? state.nameOf.get(record.fields['status']) : undefined;
  return states.includes('present') || (name !== undefined && states.includes(name));
}

const tables = fc.array(fc.option(fc.uniqueArray(fc.constantFrom(...words), { minLength: 1 }), { nil: undefined }));
const records = fc.option(fc.constantFrom(...Object.values(wires), 'unheard of', undefined).map(recordWith), {
  nil: undefined,
});

describe('the rows of a table, sorted by state', () => {
  it.each([
    ['a resource with states', state],
    ['a resource without', undefined],
  ])('are those that speak of the state of the record, or of its absence, in their order: %s', (_, own) => {
    fc.assert(
      fc.property(tables, records, (table, record) => {
        const rows = table.map((states, index) => ({ id: String(index), state: compileStateTest(states, own) }));
        const rowsFor = rowsByState(
          rows as unknown as LinkedRow[],
          (own && { state: own }) as LinkedResource | undefined,
        );
        const expected = table.flatMap((states, index) =>
          concerns(states, record, own !== undefined) ? [String(index)] : [],
        );
        expect(rowsFor(record).map(({ id }) => id)).toEqual(expected);
      }),
    );
  });
});
