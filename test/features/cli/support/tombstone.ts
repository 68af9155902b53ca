import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const main = fileURLToPath(new URL('../../../../dist/src/cli/main.js', import.meta.url));

/** How a command line ended. */
export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built command line to its end. */
export function tombstone(...args: string[]): Promise<Ended> {
  return ended(spawn(process.execPath, [main, ...args], { cwd: root }));
}

/** The same, with environment variables besides those there are. */
export function tombstoneWith(env: Readonly<Record<string, string>>, ...args: string[]): Promise<Ended> {
  return ended(spawn(process.execPath, [main, ...args], { cwd: root, env: { ...process.env, ...env } }));
}

/** Runs a shell command line; `tombstone` in it is the built one. */
export function shell(line: string): Promise<Ended> {
  const own = line.replace('npx --no tombstone', `'${process.execPath}' '${main}'`);
  return ended(spawn('sh', ['-c', own], { cwd: root }));
}

function ended(child: ChildProcess): Promise<Ended> {
  return new Promise((resolve, reject) => {
    let stdout = '';
    let stderr = '';
    child.stdout?.on('data', (chunk) => {
      stdout += chunk;
    });
    child.stderr?.on('data', (chunk) => {
      stderr += chunk;
    });
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, stdout, stderr }));
  });
}

/** A running `tombstone serve --port 0`. */
export interface Serving extends AsyncDisposable {
  readonly url: string;
  /** The lines of standard output so far. */
  readonly lines: readonly string[];
  /** Waits for a line that comes after those that were asked for before. */
  line(matching: RegExp): Promise<string>;
  signal(name: NodeJS.Signals): void;
  readonly ended: Promise<Ended>;
}

/** Starts a server on a free port and waits until it says that it listens. */
export async function serving(...args: string[]): Promise<Serving> {
  const child = spawn(process.execPath, [main, 'serve', '--port', '0', ...args], { cwd: root });
  const lines: string[] = [];
  const waiting = new Set<() => void>();
  const finished = ended(child);
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(line);
    for (const look of waiting) look();
  });
  let seen = 0;
  const line = (matching: RegExp) =>
    new Promise<string>((resolve, reject) => {
      const look = () => {
        const index = lines.findIndex((one, at) => at >= seen && matching.test(one));
        if (index === -1) return;
        seen = index + 1;
        waiting.delete(look);
        resolve(lines[index] ?? '');
      };
      waiting.add(look);
      look();
      void finished.then(({ stderr }) => reject(new Error(`ended without a line like ${matching}: ${stderr}`)));
    });
  const url = /http:\/\/127\.0\.0\.1:\d+/.exec(await line(/listen/))?.[0] ?? '';
  return {
    url,
    lines,
    line,
    signal: (name) => child.kill(name),
    ended: finished,
    async [Symbol.asyncDispose]() {
      child.kill('SIGKILL');
      await finished;
    },
  };
}
