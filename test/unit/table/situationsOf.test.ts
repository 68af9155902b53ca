import { describe, expect, test } from 'vitest';
import { describe as inWords } from '../../../src/table/describe.js';
import { situationsOf } from '../../../src/table/situationsOf.js';
import { row, thingTable } from './thingTable.js';

const starts = (source: ReturnType<typeof thingTable>, id: string) =>
  situationsOf(source, 'use', id).map((one) => inWords(one));

describe('the cases of a row start', () => {
  test('from each own state it covers, although the table does not tell them apart', () => {
    const source = thingTable([row('absent', { state: ['absent'] }), row('rest')]);
    expect(starts(source, 'rest')).toEqual(['state is "a"', 'state is "b"', 'state is "c"']);
    expect(starts(source, 'absent')).toEqual(['state is absent']);
  });

  test('from each branch of its `any`', () => {
    const parts = (state: string) => ({ related: { parts: { of: 'some' as const, states: [state] } } });
    const source = thingTable([row('in-use', { state: ['a'], any: [parts('new'), parts('old')] }), row('rest')]);
    expect(starts(source, 'in-use')).toEqual([
      'state is "a", there are parts in "new"',
      'state is "a", there are parts in "old"',
    ]);
  });

  test('from each switch value in its guard', () => {
    const source = thingTable([row('a', { state: ['a'], switch: { mode: ['x', 'y'] } }), row('rest')]);
    expect(starts(source, 'a')).toEqual(['state is "a", switch mode is "x"', 'state is "a", switch mode is "y"']);
  });

  test('with the default of a switch where any value would do', () => {
    const source = thingTable([row('b', { state: ['b'], switch: { mode: ['y'] } }), row('rest')]);
    expect(starts(source, 'rest')).toContain('state is "a", switch mode is "x"');
    expect(starts(source, 'rest')).not.toContain('state is "a", switch mode is "y"');
  });

  test('only where no earlier row decides', () => {
    const source = thingTable([row('a', { state: ['a'] }), row('present', { state: ['present'] }), row('rest')]);
    expect(starts(source, 'present')).toEqual(['state is "b"', 'state is "c"']);
  });

  test('nowhere for a row that never decides, or that does not exist', () => {
    const source = thingTable([row('rest'), row('late', { state: ['a'] })]);
    expect(starts(source, 'late')).toEqual([]);
    expect(starts(source, 'nobody')).toEqual([]);
  });
});
