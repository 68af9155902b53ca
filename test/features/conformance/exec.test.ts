import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { execRung } from '../../../src/conformance/rungs/exec.js';
import { fixture, left, play } from './support/place.js';

const deleted = { type: 'result', outcomes: [{ outcome: 'deleted', status: 204 }] };

// Other tests make folders in the common one at the same time.
process.env['TMPDIR'] = mkdtempSync(join(tmpdir(), 'exec-'));

async function once(way: string, patience = 20_000) {
  const { command, env, pids } = fixture('once.js', way);
  const rung = execRung(command, { env, grace: 300 });
  const played = await play(rung, 'x', { patience });
  expect({ way, left: await left(pids()) }).toEqual({ way, left: [] });
  expect(readdirSync(tmpdir()).filter((name) => name.startsWith('tombstone-case-'))).toEqual([]);
  return { ...played, rung };
}

describe('one process per case', () => {
  it('leaves its answer in a file, and says who it is there', async () => {
    const { answer, rung, mock } = await once('honest');
    expect(answer).toMatchObject(deleted);
    expect(rung.client).toEqual({ name: 'acme-once', version: '1.2.0' });
    expect(mock.journal.list()).toHaveLength(1);
  });

  it('is called by its program where it does not say who it is', () => {
    expect(execRung(['python3', '-u', 'shims/deleter.py', '--fast']).client).toEqual({ name: 'deleter.py' });
    expect(execRung(['./bin/deleter']).client).toEqual({ name: 'deleter' });
  });

  it('may print what it likes', async () => {
    const { answer } = await once('prints-on-stdout');
    expect(answer).toMatchObject({
      ...deleted,
      output: { stdout: '{"type":"result"} DEBUG\n', stderr: 'on stderr\n' },
    });
  });

  it('may be unable, or find itself broken', async () => {
    expect((await once('unsupported')).answer).toMatchObject({ type: 'unsupported', reason: 'It has no such call.' });
    expect((await once('says-fault')).answer).toMatchObject({ type: 'fault', message: 'No config.' });
  });

  it.each([
    ['writes-nothing', 'It ended with status 0 and left no file where TOMBSTONE_RESULT_FILE says.'],
    ['writes-half', 'Its result file is not JSON: {"type":"result","outc'],
    [
      'wrong-shape',
      '"staus" is unknown in outcomes/0; known are outcome, status, code, message. Did you mean "status"?',
    ],
    ['other-member', '"outcomes" does not go with what else is there'],
    ['writes-much', 'Its result file has more than 1048576 bytes.'],
    ['makes-a-pipe', 'It ended with status 0 and left no file where TOMBSTONE_RESULT_FILE says.'],
    ['fails', 'It ended with status 3, whatever its result file says. Its standard error says:\n  then it broke'],
    ['is-killed', 'It was ended by SIGKILL, whatever its result file says.'],
  ])('that %s has not answered', async (way, message) => {
    expect((await once(way)).answer).toMatchObject({ type: 'fault', message: expect.stringContaining(message) });
  });

  it('that never ends is ended', async () => {
    const { answer } = await once('never-ends', 1_000);
    expect(answer).toMatchObject({ type: 'fault', message: 'It did not end in the time a case has.' });
  });

  it('leaves nothing running', async () => {
    expect((await once('forks')).answer).toMatchObject(deleted);
  });

  it('that cannot be started is a fault', async () => {
    const { answer } = await play(execRung(['./no-such-program']), 'x');
    expect(answer).toMatchObject({ type: 'fault', message: expect.stringContaining('there is no such program') });
  });
});
