/**
 * Runs each program of a suite with `tombstone run`, unmodified, and checks what arrived: the three deletes at the addresses
 * of the real services, and that the call to a host which no contract names was refused and is in the report.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const deletes = {
  'twelvelabs/deleteTask': { 204: 1 },
  'huawei-mpc/deleteTranscodingTask': { 204: 1 },
  'naver-nclue/deleteTask': { 200: 1 },
};

const { programs, prepare } = JSON.parse(readFileSync('suite.json', 'utf8'));
const work = mkdtempSync(join(tmpdir(), 'tombstone-suite-'));
let failed = 0;
try {
  if (prepare) finish(prepare, process.env);
  for (const { title, command, operations = Object.keys(deletes), refuses = true } of programs) {
    const wrong = problemOf(command, operations, refuses);
    console.log(`${wrong ? 'not ok' : 'ok'} - ${title}: what it calls lands in the mocks, and nothing else goes out`);
    if (wrong) console.log(wrong.replaceAll(/^/gm, '  '));
    if (wrong) failed += 1;
  }
  console.log(`1..${programs.length}`);
} finally {
  rmSync(work, { recursive: true, force: true });
}
process.exit(failed === 0 ? 0 : 1);

function problemOf(command, operations, refuses) {
  const report = join(work, 'report.json');
  const before = leftovers();
  // A real proxy of this machine must not be what makes it work.
  const env = { ...process.env, WORK: work };
  for (const name of Object.keys(env)) if (/^(?:https?|all|no)_proxy$/i.test(name)) delete env[name];
  const args = [process.env.TOMBSTONE_BIN, 'run', '--strict', '--report', report, '--'];
  const ended = spawnSync(process.env.NODE, [...args, ...command.map(filled)], { env, encoding: 'utf8' });
  const said = `${ended.stdout}\n${ended.stderr}`;
  if (ended.status !== 0) return `it ended with ${ended.status}\n${said}`;
  const { operations: called, refusals, violations } = JSON.parse(readFileSync(report, 'utf8'));
  const seen = Object.fromEntries(called.map((each) => [each.operation, each.statuses]));
  const wanted = Object.fromEntries(operations.map((name) => [name, deletes[name]]));
  if (!sameEntries(seen, wanted)) return `expected ${JSON.stringify(wanted)}, seen ${JSON.stringify(seen)}\n${said}`;
  if (violations.length > 0) return JSON.stringify(violations);
  const refused = refusals.map(({ authority }) => authority);
  const expected = refuses ? ['example.com:443'] : [];
  if (String([...new Set(refused)]) !== String(expected)) return `refused were ${refused}\n${said}`;
  const left = leftovers().filter((name) => !before.includes(name));
  return left.length > 0 ? `it left ${left}` : undefined;
}

function finish(command, env) {
  const [program, ...args] = command.map(filled);
  const { status, stdout, stderr } = spawnSync(program, args, { env: { ...env, WORK: work }, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command.join(' ')} ended with ${status}\n${stdout}${stderr}`);
}

function filled(argument) {
  return argument.replaceAll('{work}', work);
}

function sameEntries(seen, wanted) {
  const sorted = (value) => JSON.stringify(Object.entries(value).sort());
  return sorted(seen) === sorted(wanted);
}

function leftovers() {
  return readdirSync(tmpdir()).filter((name) => name.startsWith('tombstone-authority-'));
}
