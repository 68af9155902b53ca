import { describe, expect, it } from 'vitest';
import { startSession } from '../../../src/conformance/rungs/session.js';
import { hostile, left, play } from './support/place.js';

const deleted = { type: 'result', outcomes: [{ outcome: 'deleted', status: 204 }] };

/** Takes a hostile adapter through a case before, the hostile one and one after it. */
async function threeCases(way: string, patience: number) {
  const { command, pids, env } = hostile(way);
  const rung = await startSession(command, { env, grace: 300 });
  const before = await play(rung, 'x/before');
  const during = await play(rung, 'x/hostile', { patience });
  const after = await play(rung, 'x/after');
  await rung.close();
  expect({ way, left: await left(pids()) }).toEqual({ way, left: [] });
  expect(pids().length).toBeGreaterThan(0);
  expect(before.answer).toMatchObject(deleted);
  expect(after.answer).toMatchObject(deleted);
  return during.answer;
}

describe('a hostile adapter costs its own case, and leaves no process behind, when it', () => {
  it.each([
    ['floods-stdout', 'It printed a line of more than 1048576 bytes, and was ended: xxx'],
    ['floods-lines', 'It printed 16777216 bytes without a message, and was ended.'],
    ['long-line', 'It printed a line of more than 1048576 bytes, and was ended: xxx'],
    ['wrong-shape', '"outcomes/0/outcome" is "delted"; expected one of the seven words (deleted, refused'],
    ['no-seq', '"seq" is missing. The line: {"type":"result","outcomes":[{}]}'],
    ['wrong-seq', 'It answered a case with seq 999999, and none of that seq was given to it.'],
    ['miscounts', 'It gave 2 outcomes for 1 step; there is one for each.'],
    ['prints-noise', 'It printed a line that is no message: DEBUG deleting \\x1b[2J…'],
    ['answers-twice', 'It answered the same case twice.'],
    [
      'exits',
      'It ended with status 7. It had not answered. Its standard error says:\n  Traceback: the adapter broke here',
    ],
    ['is-killed', 'It was ended by SIGSEGV. It had not answered.'],
    ['forks-and-exits', 'It ended with status 0. It had not answered.'],
    ['closes-stdout', 'It closed its standard output, and was ended. It had not answered.'],
  ])('%s', async (way, message) => {
    const answer = await threeCases(way, 20_000);
    expect(answer).toMatchObject({ type: 'fault', message: expect.stringContaining(message) });
  });

  it.each([
    ['never-answers', 'It did not answer in the time a case has.'],
    ['wrong-json', 'It printed a line that is no message: {"type":"result","seq":'],
    ['ignores-sigterm', 'It did not answer in the time a case has.'],
    ['stops-itself', 'It did not answer in the time a case has.'],
  ])('%s', async (way, message) => {
    const answer = await threeCases(way, 1_000);
    expect(answer).toMatchObject({ type: 'fault', message: expect.stringContaining(message) });
  });

  it.each(['forks', 'foreign-type', 'never-ends'])('%s, which costs nothing', async (way) => {
    expect(await threeCases(way, 20_000)).toMatchObject(deleted);
  });

  it('floods standard error, of which the end is kept', async () => {
    const answer = await threeCases('floods-stderr', 20_000);
    expect(answer).toMatchObject(deleted);
    const { stderr = '' } = answer.output ?? {};
    expect(stderr).toMatch(/^… \d+ bytes before this\n/);
    expect(stderr).toMatch(/\nthe last words\n$/);
    expect(stderr.length).toBeLessThan(200_000);
  });
});

describe('several cases at a time', () => {
  it('are answered in any order', async () => {
    const { command } = hostile('honest', '4');
    const rung = await startSession(command);
    expect(rung.concurrency).toBe(4);
    const played = await Promise.all(['a', 'b', 'c', 'd'].map((id) => play(rung, id)));
    for (const { answer, mock } of played) {
      expect(answer).toMatchObject(deleted);
      expect(mock.journal.list()).toHaveLength(1);
    }
    await rung.close();
  });

  it('go on when one of them gets no answer in time', async () => {
    const { command, env, pids } = hostile('never-answers', '4');
    const rung = await startSession(command, { env, grace: 300 });
    const lost = play(rung, 'x/hostile', { patience: 500 });
    const others = await Promise.all([play(rung, 'a'), play(rung, 'b')]);
    for (const { answer } of [...others, await play(rung, 'c')]) expect(answer).toMatchObject(deleted);
    expect((await lost).answer.type).toBe('fault');
    expect((await play(rung, 'd')).answer).toMatchObject(deleted);
    await rung.close();
    expect(pids()).toHaveLength(2);
    expect(await left(pids())).toEqual([]);
  });
});

describe('a session that cannot begin', () => {
  it.each([
    [
      'hello-banner',
      'it printed a line that is no message: > acme@1.0.0 adapter\nStandard output is for messages alone',
    ],
    ['hello-version', '"protocol" is 2; expected version 1 of the protocol. The line: {"type":"hello","protocol":2,'],
    ['hello-typo', '"client" is missing'],
    ['hello-exits', 'It ended with status 1. Its standard error says:\n  ModuleNotFoundError: No module named acme'],
    ['hello-flood', 'it said no hello. It printed a line of more than 1048576 bytes'],
    ['silent', 'it said no hello within 1000 ms.'],
  ])('%s is one diagnosis', async (way, message) => {
    const { command, env, pids } = hostile(way);
    const handshakeTimeout = way === 'silent' ? 1_000 : 30_000;
    await expect(startSession(command, { env, grace: 300, handshakeTimeout })).rejects.toMatchObject({
      code: 'broken-adapter',
      message: expect.stringContaining(message),
    });
    expect(await left(pids())).toEqual([]);
  });

  it('names a program that is not there', async () => {
    await expect(startSession(['./no such program', '--flag'])).rejects.toMatchObject({
      code: 'adapter-not-started',
      message: "`'./no such program' --flag` cannot be started: there is no such program. [adapter-not-started]",
    });
  });
});
