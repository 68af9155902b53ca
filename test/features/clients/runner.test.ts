import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { packageRoot } from '../../../src/contract/packageRoot.js';

/** `npm run test:clients`, with suites that are made for the test. */
let suites: string;
beforeEach(() => {
  suites = mkdtempSync(join(tmpdir(), 'tombstone-suites-'));
});
afterEach(() => rmSync(suites, { recursive: true, force: true }));

/** Makes a suite of a shell script. */
function suite(name: string, script: string, more = {}) {
  mkdirSync(join(suites, name));
  const described = { about: 'made for a test', serve: ['twelvelabs'], run: ['sh', 'suite.sh'], ...more };
  writeFileSync(join(suites, name, 'suite.json'), JSON.stringify(described));
  writeFileSync(join(suites, name, 'suite.sh'), script);
}

function runSuites(...names: string[]) {
  const args = [join(packageRoot, 'scripts', 'test-clients.js'), '--suites', suites, ...names];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  return { status, stdout, stderr, last: stdout.trimEnd().split('\n').at(-1) };
}

describe('the suites of clients', () => {
  it('are counted by what they print, and succeed together', () => {
    suite('one', 'echo "ok - a"; echo "ok - b"; echo 1..2');
    suite('two', 'echo "ok - c"; echo 1..1');
    expect(runSuites()).toMatchObject({ status: 0, last: '3 passed, 0 failed' });
    expect(runSuites('two')).toMatchObject({ status: 0, last: '1 passed, 0 failed' });
  });

  it('are told where a server of their own listens', () => {
    suite(
      'one',
      'case $TOMBSTONE_URL in http://127.0.0.1:*) echo "ok - told";; *) echo "not ok - told";; esac; echo 1..1',
    );
    expect(runSuites()).toMatchObject({ status: 0, last: '1 passed, 0 failed' });
  });

  it.each([
    ['says that something does not hold', 'echo "ok - a"; echo "not ok - b"; echo 1..2; exit 1', '1 passed, 1 failed'],
    ['ends with a bad status', 'echo "ok - a"; echo 1..1; exit 3', '1 passed, 1 failed'],
    ['never comes to its end', 'echo "ok - a"', '1 passed, 1 failed'],
    ['leaves a check out', 'echo "ok - a"; echo 1..2', '1 passed, 1 failed'],
    ['checks nothing', 'echo 1..0', '0 passed, 1 failed'],
  ])('fail where one %s', (_what, script, last) => {
    suite('one', script);
    expect(runSuites()).toMatchObject({ status: 1, last });
  });

  it('find what they asked npm for, or are named as not run where it cannot be had', () => {
    const name = `made-for-a-test-${process.pid}`;
    mkdirSync(join(suites, 'package'));
    writeFileSync(join(suites, 'package', 'package.json'), '{"name":"given","version":"1.0.0"}');
    suite(name, 'test -f "$GIVEN/node_modules/given/package.json" && echo "ok - given"; echo 1..1', {
      npm: { GIVEN: 'given.json' },
    });
    const ask = (path: string) =>
      writeFileSync(join(suites, name, 'given.json'), JSON.stringify({ dependencies: { given: `file:${path}` } }));
    try {
      ask(join(suites, 'package'));
      expect(runSuites()).toMatchObject({ status: 0, last: '1 passed, 0 failed' });
      ask(join(suites, 'missing.tgz'));
      const { stdout, last } = runSuites();
      expect(stdout).toContain(`${name}: not run, what given.json names could not be installed, twice`);
      expect(last).toBe('0 passed, 0 failed');
    } finally {
      const cache = join(packageRoot, '.cache', 'clients');
      for (const made of readdirSync(cache)) if (made.startsWith(name)) rmSync(join(cache, made), { recursive: true });
    }
  });

  it('are repeated by another one with what they need, or with what is missing', () => {
    suite('one', 'echo "ok - a"; echo 1..1');
    suite('two', 'echo "ok - a"; echo 1..1', { needs: ['no-such-program'] });
    suite('three', 'echo "$REPEATED"; echo "ok - a"; echo 1..1', { repeats: ['one', 'two'] });
    const { stdout, last } = runSuites('three');
    expect(last).toBe('1 passed, 0 failed');
    expect(JSON.parse(/^ {2}(\[.*\])$/m.exec(stdout)?.[1] ?? '')).toEqual([
      { name: 'one', folder: join(suites, 'one'), env: {} },
      { name: 'two', folder: join(suites, 'two'), problem: 'no-such-program cannot be found' },
    ]);
  });

  it('are named as not run, and have not failed, where a program they need is not there', () => {
    suite('one', 'echo "ok - a"; echo 1..1', { needs: ['sh', 'no-such-program'] });
    const { status, stdout, last } = runSuites();
    expect(stdout).toContain('one: not run, no-such-program cannot be found');
    expect({ status, last }).toEqual({ status: 0, last: '0 passed, 0 failed' });
  });

  it('that nobody made are a mistake of whoever asks for them', () => {
    suite('one', 'echo "ok - a"; echo 1..1');
    const { status, stderr } = runSuites('onne');
    expect(stderr).toBe('There is no suite onne. There are one.\n');
    expect(status).toBe(2);
  });
});
