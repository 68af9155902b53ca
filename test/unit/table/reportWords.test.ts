import { describe, expect, test } from 'vitest';
import { indistinguishable } from '../../../src/table/indistinguishable.js';
import { failureWords, reportWords } from '../../../src/table/reportWords.js';
import { nothing } from '../../../src/table/situation.js';
import { row, thingTable } from './thingTable.js';

const reply = (status: number, example?: string) => ({ status, headers: {}, ...(example ? { example } : {}) });
const deleted = row('deleted', { state: ['a'] }, { effects: [{ do: 'delete', path: [] }], reply: reply(204) });
const idempotent = row('absent@idempotent', { state: ['absent'], switch: { mode: ['y'] } }, { reply: reply(204) });
const unknown = row('absent@refuse', { state: ['absent'], switch: { mode: ['x'] } }, { reply: reply(400, 'failed') });
const refused = row('refused', {}, { reply: reply(400, 'failed') });
const source = thingTable([deleted, idempotent, unknown, refused]);
const operation = source.lifecycle.operations['use'];
if (!operation) throw new Error('no operation');

describe('a client may report', () => {
  test.each([
    ['deleted where the row deletes the record itself', deleted, ['deleted']],
    ['deleted or absent where an absent record is answered with success', idempotent, ['deleted', 'absent']],
    ['absent where an absent record is refused', unknown, ['absent']],
    ['refused where a record that may be there is refused', refused, ['refused']],
    ['nothing of the seven where a row neither deletes nor refuses', row('got', {}, { reply: reply(200) }), []],
    ['what `means` says, whatever the row looks like', { ...refused, means: 'absent' as const }, ['absent']],
    ['failed where the reply is the server’s own fault', row('broken', {}, { reply: reply(503) }), ['failed']],
    [
      'nothing about the deleting of related records only',
      row('emptied', {}, { effects: [{ do: 'delete', path: ['parts'] }], reply: reply(204) }),
      [],
    ],
  ])('%s', (_, decided, words) => {
    expect(reportWords(decided, operation)).toEqual(words);
  });

  test('absent of a row without guard, once the situation shows that there was no record', () => {
    expect(reportWords(refused, operation, { ...nothing, state: 'absent' })).toEqual(['absent']);
    expect(reportWords(refused, operation, { ...nothing, state: 'a' })).toEqual(['refused']);
  });

  test('nothing about an absent record where a call that deletes nothing succeeds all the same', () => {
    const cancel = { ...operation, decide: [row('canceled', { state: ['a'] }, { reply: reply(204) }), idempotent] };
    expect(reportWords(idempotent, cancel)).toEqual([]);
  });

  test('denied, throttled and failed of failures, and nothing of refused input', () => {
    const failure = (kind: 'forbidden' | 'throttled' | 'internal' | 'invalid') => ({
      ...refused,
      when: { kind: [kind] },
    });
    expect(failureWords(failure('forbidden'))).toEqual(['denied']);
    expect(failureWords(failure('throttled'))).toEqual(['throttled']);
    expect(failureWords(failure('internal'))).toEqual(['failed']);
    expect(failureWords(failure('invalid'))).toEqual([]);
  });
});

describe('rows a client cannot tell apart', () => {
  test('have the same status and body, and meet under one setting of the switches', () => {
    expect(indistinguishable(source, 'use')).toEqual([
      { rows: ['deleted', 'absent@idempotent'], words: [['deleted'], ['deleted', 'absent']] },
      { rows: ['absent@refuse', 'refused'], words: [['absent'], ['refused']] },
    ]);
  });

  test('are not two values of one switch', () => {
    const one = row('same@x', { switch: { mode: ['x'] } }, { reply: reply(204) });
    const other = row('same@y', { switch: { mode: ['y'] } }, { reply: reply(204) });
    expect(indistinguishable(thingTable([one, other]), 'use')).toEqual([]);
  });
});
