/**
 * Runs each program of a suite with `tombstone run`, unmodified, and checks what arrived at the addresses of the real
 * services, and that nothing else went out or is left.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stories } from './stories.mjs';

const clock = fileURLToPath(new URL('clockOnLook.mjs', import.meta.url));
const { programs, prepare, within = [] } = JSON.parse(readFileSync('suite.json', 'utf8'));
const work = mkdtempSync(join(tmpdir(), 'tombstone-suite-'));
const temporary = join(work, 'tmp');
mkdirSync(temporary);
let failed = 0;
try {
  if (prepare) finish(prepare, process.env);
  for (const { title, command, story = 'deletes' } of programs) {
    const wrong = problemOf(command, stories[story]);
    console.log(`${wrong ? 'not ok' : 'ok'} - ${title}: ${stories[story].says}`);
    if (wrong) console.log(wrong.replaceAll(/^/gm, '  '));
    if (wrong) failed += 1;
  }
  console.log(`1..${programs.length}`);
} finally {
  rmSync(work, { recursive: true, force: true });
}
process.exit(failed === 0 ? 0 : 1);

function problemOf(program, { options, waits, expected }) {
  const file = join(work, 'report.json');
  // Some SDKs keep a file of their own at home; and other runs of this machine are not looked at for what is left.
  const env = { ...process.env, WORK: work, HOME: work, TMPDIR: temporary };
  // A real proxy of this machine must not be what makes it work.
  for (const name of Object.keys(env)) if (/^(?:https?|all|no)_proxy$/i.test(name)) delete env[name];
  const command = waits ? [process.env.NODE, clock, ...program] : program;
  const run = [process.env.NODE, process.env.TOMBSTONE_BIN, 'run', ...options, '--report', file];
  const [first, ...args] = [...within, ...run, '--', ...command.map(filled)];
  const ended = spawnSync(first, args, { env, encoding: 'utf8' });
  const said = `${ended.stdout}\n${ended.stderr}`;
  if (ended.status !== 0) return `it ended with ${ended.status}\n${said}`;
  const seen = summary(JSON.parse(readFileSync(file, 'utf8')));
  for (const [what, wanted] of Object.entries(expected)) {
    const [one, other] = [wanted, seen[what]].map((each) => JSON.stringify(each));
    if (one !== other) return `expected ${what} ${one}, seen ${other}\n${said}`;
  }
  const left = readdirSync(temporary).filter((name) => name.startsWith('tombstone-'));
  return left.length > 0 ? `it left ${left}` : undefined;
}

/** What a report says in the form that stories expect it in. */
function summary({ operations, violations, refusals }) {
  return {
    calls: Object.fromEntries(
      operations.map((each) => [each.operation, Object.keys(each.statuses).map(Number)]).sort(),
    ),
    violations: violations.map(({ kind, status }) => `${kind} ${status}`),
    refused: [...new Set(refusals.map(({ authority }) => authority))],
  };
}

function finish(command, env) {
  const [program, ...args] = command.map(filled);
  const { status, stdout, stderr } = spawnSync(program, args, { env: { ...env, WORK: work }, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command.join(' ')} ended with ${status}\n${stdout}${stderr}`);
}

/** `{work}` is a folder for the run, `{NAME}` what that variable holds. */
function filled(argument) {
  return argument.replaceAll(/\{(\w+)\}/g, (_, name) => (name === 'work' ? work : (process.env[name] ?? '')));
}
