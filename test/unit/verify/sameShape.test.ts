import { expect, test } from 'vitest';
import { differenceFrom } from '../../../src/verify/judge/sameShape.js';

const example = { error: { code: 'MPC.10213', retry: 3, message: 'The task is not final.', id: '{$record#/id}' } };

test('codes and numbers have to be the same, sentences and what is filled in need not', () => {
  const seen = { error: { code: 'MPC.10213', retry: 3, message: 'Try later', id: 'x1', more: true } };
  expect(differenceFrom(example, seen)).toBeUndefined();
});

test.each([
  [{ error: { ...example.error, code: 'MPC.1' } }, '/error/code is "MPC.1"; "MPC.10213" is expected'],
  [{ error: { ...example.error, retry: '3' } }, '/error/retry is "3"; 3 is expected'],
  [{ error: { ...example.error, message: 5 } }, '/error/message is 5; a text is expected'],
  [{ error: [] }, '/error is []; an object is expected'],
  [undefined, 'the body is missing; an object is expected'],
])('%j differs, and it is said where', (seen, difference) => {
  expect(differenceFrom(example, seen)).toBe(difference);
});
