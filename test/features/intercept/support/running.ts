import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../../../../src/contract/packageRoot.js';
import type { RunReport } from '../../../../src/intercept/run/runReport.js';

/** How a `tombstone run` ended, with the report it wrote. */
export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly report: RunReport | undefined;
}

/** A `tombstone run` that goes on. */
export interface Running {
  readonly child: ChildProcess;
  /** Waits until standard output has it. */
  printed(pattern: RegExp): Promise<string>;
  readonly ended: Promise<Ran>;
}

const main = join(packageRoot, 'dist', 'src', 'cli', 'main.js');

/** Starts `tombstone` with these arguments; `env` is laid over an environment without proxies. */
export function start(args: readonly string[], env: Readonly<Record<string, string>> = {}): Running {
  const folder = mkdtempSync(join(tmpdir(), 'tombstone-test-'));
  const file = join(folder, 'report.json');
  const [command = 'run', ...rest] = args;
  const given = command === 'run' ? [command, '--report', file, ...rest] : args;
  const own = Object.entries(process.env).filter(([name]) => !/^(?:https?|all|no)_proxy$/i.test(name));
  const child = spawn(process.execPath, [main, ...given], { env: { ...Object.fromEntries(own), ...env } });
  let stdout = '';
  let stderr = '';
  const waiting = new Set<() => void>();
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
    for (const look of waiting) look();
  });
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  const ended = new Promise<Ran>((resolve) => {
    child.on('close', (status) => {
      const report = reportOf(file);
      rmSync(folder, { recursive: true });
      resolve({ status, stdout, stderr, report });
    });
  });
  const printed = (pattern: RegExp) =>
    new Promise<string>((resolve, reject) => {
      const look = () => {
        if (pattern.test(stdout)) resolve(stdout);
      };
      waiting.add(look);
      look();
      void ended.then(() => reject(new Error(`ended without ${pattern}: ${stdout}${stderr}`)));
    });
  return { child, printed, ended };
}

function reportOf(file: string): RunReport | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as RunReport;
  } catch {
    return undefined;
  }
}

/** Runs `tombstone` with these arguments to its end. */
export function tombstone(args: readonly string[], env?: Readonly<Record<string, string>>): Promise<Ran> {
  return start(args, env).ended;
}

/** The folders of authorities that are there, of a process or of any. */
export function authorityFolders(pid: number | string | undefined = '\\d+'): readonly string[] {
  return readdirSync(tmpdir()).filter((name) => new RegExp(`^tombstone-authority-${pid}-`).test(name));
}

/** A Node program, as arguments. */
export function program(source: string): readonly string[] {
  return [process.execPath, '--input-type=module', '--eval', source];
}
