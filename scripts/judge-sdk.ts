/**
 * Runs the conformance suite on real SDKs by the public command line: `judge-sdk.js [name…]`, all of
 * conformance/shims/sdks/sdks.json where none is named. It says for each whether it fails what its baseline says and
 * nothing else, and whether that is what conformance/results holds. With TOMBSTONE_UPDATE_RESULTS in the environment it
 * writes the results first.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readBaseline } from '../src/conformance/baseline/readBaseline.js';
import { packageRoot } from '../src/contract/packageRoot.js';
import type { JudgedSdk } from './judge-sdk/clientResults.js';
import { resultsFile, sdkList } from './judge-sdk/judgedClients.js';
import { summarizeRun } from './judge-sdk/summarizeRun.js';

const { positionals: wanted } = parseArgs({ allowPositionals: true });
const isUpdate = process.env['TOMBSTONE_UPDATE_RESULTS'] !== undefined;
const all: readonly JudgedSdk[] = JSON.parse(readFileSync(inPackage(sdkList), 'utf8'));
const chosen = wanted.length === 0 ? all : all.filter(({ name }) => wanted.includes(name));
if (chosen.length < wanted.length) {
  console.error(`There are ${all.map(({ name }) => name).join(', ')}; you asked for ${wanted.join(', ')}.`);
  process.exit(2);
}

let failed = 0;
for (const sdk of chosen) await judge(sdk);
console.log(`1..${2 * chosen.length}`);
process.exitCode = failed > 0 ? 1 : 0;

async function judge({ name, provider, command }: JudgedSdk): Promise<void> {
  const baseline = `conformance/shims/sdks/${name}/baseline.yaml`;
  const { status, output, report } = run(['conform', provider, '--baseline', baseline], command);
  tell(status === 0, `${name} fails what its baseline says, and nothing else`, output);
  const path = resultsFile(name);
  const say = `${path} holds what this run came to`;
  if (report === undefined) return tell(false, say, `There is no report: exit status ${status}.`);
  const results = `${JSON.stringify(summarizeRun(report, await readBaseline(inPackage(baseline))), undefined, 2)}\n`;
  if (isUpdate) {
    mkdirSync(inPackage('conformance/results'), { recursive: true });
    writeFileSync(inPackage(path), results);
  }
  const saved = existsSync(inPackage(path)) ? readFileSync(inPackage(path), 'utf8') : '';
  const mend = 'Where that is right, run it with TOMBSTONE_UPDATE_RESULTS=1, then `npm run docs`.';
  tell(saved === results, say, `${firstDifference(saved, results)}\n${mend}`);
}

function run(args: readonly string[], command: readonly string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'tombstone-sdk-'));
  const file = join(folder, 'report.json');
  try {
    const program = inPackage('dist/src/cli/main.js');
    const reporters = ['--reporter', 'pretty', '--reporter', `json=${file}`];
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [program, ...args, ...reporters, '--', ...command],
      // The paths of a replay line are to be those of the repository.
      { cwd: packageRoot, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
    );
    const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
    return { status, output: stdout + stderr, report };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function firstDifference(saved: string, results: string): string {
  const lines = saved.split('\n');
  const now = results.split('\n');
  const at = now.findIndex((line, index) => line !== lines[index]);
  return `From line ${at + 1} on, it holds\n${lines.slice(at, at + 5).join('\n')}\nand this run came to\n${now.slice(at, at + 5).join('\n')}`;
}

function tell(holds: boolean, what: string, detail: string): void {
  console.log(`${holds ? 'ok' : 'not ok'} - ${what}`);
  if (holds) return;
  failed += 1;
  console.log(detail.replaceAll(/^/gm, '  '));
}

function inPackage(path: string): string {
  return join(packageRoot, path);
}
