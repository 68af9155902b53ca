import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** How a program ended. */
export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program to its end. */
export async function run(command: string, args: readonly string[], cwd: string, env = {}): Promise<Ended> {
  const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const status = await ended(child);
  return { status, stdout, stderr };
}

/** Runs a program that has to succeed; gives what it printed. */
export async function output(command: string, args: readonly string[], cwd: string, env = {}): Promise<string> {
  const { status, stdout, stderr } = await run(command, args, cwd, env);
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}:\n${stdout}\n${stderr}`);
  return stdout;
}

/** A server in a process of its own. */
export interface Served extends AsyncDisposable {
  readonly url: string;
  /** Asks it to stop, and gives its status. */
  stop(): Promise<number | null>;
}

/** Starts a program that prints `{"event":"listening","url":…}` once it serves. */
export async function serve(command: string, args: readonly string[], cwd: string, env = {}): Promise<Served> {
  const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'inherit'] });
  const end = ended(child);
  const stop = () => {
    child.kill('SIGTERM');
    return end;
  };
  for await (const line of createInterface({ input: child.stdout })) {
    const { event, url } = JSON.parse(line);
    if (event !== 'listening') continue;
    // What else it prints has to be taken from it, or it would wait for that.
    child.stdout.resume();
    return { url, stop, [Symbol.asyncDispose]: async () => void (await stop()) };
  }
  throw new Error(`${command} ${args.join(' ')} ended with ${await end} before it listened`);
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
}
