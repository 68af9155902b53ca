import { describe, expect, it } from 'vitest';
import { checkAdapter } from '../../../src/conformance/check/checkAdapter.js';
import { fixture, left } from './support/place.js';

/** What does not hold of an adapter that does one thing wrong, by the id of the finding. */
async function problemsOf(way: string, patience = 10_000): Promise<Readonly<Record<string, string>>> {
  const { command, env, pids } = fixture('careless.js', way);
  const { findings, hello } = await checkAdapter(command, { env, patience });
  expect({ way, left: await left(pids()) }).toEqual({ way, left: [] });
  expect(findings).toHaveLength(hello ? 13 : 1);
  return Object.fromEntries(findings.flatMap(({ id, problem }) => (problem === undefined ? [] : [[id, problem]])));
}

describe('the check of an adapter', () => {
  it('finds nothing in one that does as the protocol says', async () => {
    expect(await problemsOf('honest')).toEqual({});
  });

  it.each([
    [
      'answers-anything',
      { 'unknown-operation': 'It answered with a result, for an operation that nobody has: [{"outcome":"deleted"}]' },
    ],
    ['faults', { 'unknown-operation': 'It answered with a fault: no such call' }],
    ['breaks-at-types', { 'unknown-type': 'It ended with status 1.' }],
    ['breaks-at-members', { 'unknown-member': 'It ended with status 1.' }],
    ['short-seq', { seq: 'It did not answer within 3000 ms.', 'one-answer': 'It answered seq 0 a second time' }],
    ['breaks-at-text', { 'awkward-text': 'It ended with status 1.' }],
    ['short-lines', { 'long-message': 'It did not answer within 3000 ms.' }],
    ['one-at-a-time', { concurrency: 'It did not answer within 3000 ms.' }],
    ['answers-twice', { 'one-answer': 'a second time, or without being asked.' }],
    ['prints', { 'standard-output': 'It printed a line that is no message: got run' }],
    ['stays', { 'end-of-input': 'It did not end within 3000 ms.', goodbye: 'It did not end within 3000 ms.' }],
    ['forgets', { 'end-of-input': 'It ended with status 0.' }],
    ['ends-badly', { 'end-of-input': 'It ended with status 4.', goodbye: 'It ended with status 4.' }],
    ['ignores-bye', { goodbye: 'It did not end within 3000 ms.' }],
    ['ignores-sigterm', { sigterm: 'It did not end within 3000 ms of SIGTERM, and was killed.' }],
    ['leaves-a-fork', { 'end-of-input': 'It left a process running.' }],
    ['no-hello', { handshake: 'it said no hello within 3000 ms.' }],
    ['banner', { handshake: 'it printed a line that is no message: > acme@1.0.0 adapter' }],
  ])('finds what is wrong with one that %s, and nothing else', async (way, expected) => {
    const problems = await problemsOf(way, JSON.stringify(expected).includes('3000 ms') ? 3_000 : 20_000);
    const shown = Object.fromEntries(
      Object.keys(expected).map((id) => [id, expect.stringContaining(expected[id as never])]),
    );
    expect(problems).toEqual(shown);
  });

  it('cannot look at a program that is not there', async () => {
    await expect(checkAdapter(['./no-such-program'])).rejects.toMatchObject({ code: 'adapter-not-started' });
  });
});
