import { clientEnvironment } from './clientEnvironment.js';
import { type Ending, type Started, startGroup } from './startGroup.js';
import { createTail } from './tail.js';

export interface RunOnceOptions extends Started {
  /** Added to this process's environment. */
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Milliseconds between SIGTERM and SIGKILL. */
  readonly grace: number;
  /** Ends the program when it is aborted. */
  readonly signal: AbortSignal;
}

/** A program that has come to its end, or was brought to it: `ranOut`. */
export interface RanOnce {
  readonly ending: Ending;
  readonly ranOut: boolean;
  /** The end of what it printed. */
  readonly output: { readonly stdout: string; readonly stderr: string };
}

/**
 * Runs a program to its end, without standard input; nothing it started outlives it.
 *
 * @throws TombstoneError `adapter-not-started`
 */
export async function runOnce(command: readonly string[], options: RunOnceOptions): Promise<RanOnce> {
  const { env, cwd, grace, signal, onStart } = options;
  const place = cwd === undefined ? {} : { cwd };
  const group = await startGroup(command, { env: clientEnvironment(env), ...place, onStart });
  group.stdin.end();
  const stdout = createTail();
  const stderr = createTail();
  group.stdout.on('data', (chunk: Buffer) => stdout.add(chunk));
  group.stderr.on('data', (chunk: Buffer) => stderr.add(chunk));

  let ranOut = false;
  const stop = () => {
    ranOut = true;
    void group.stop(grace);
  };
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop();
  const ending = await group.ended;
  signal.removeEventListener('abort', stop);
  return { ending, ranOut, output: { stdout: stdout.since(0), stderr: stderr.since(0) } };
}
