import { type ChildProcess, spawn } from 'node:child_process';
import { constants } from 'node:os';
import { TombstoneError } from '../../errors.js';
import { shellWord } from '../../request/shellWord.js';
import { endOthers } from './endOthers.js';
import type { Signals } from './signals.js';

/** How a command ended. */
export interface CommandEnd {
  /** As a shell says it: of a command that a signal ended 128 and its number, which is never 0. */
  readonly status: number;
  /** The signal that ended it, or that was passed on to it. */
  readonly signal?: NodeJS.Signals;
}

export interface RunOptions {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The variable, as `NAME=value`, that no process has but the command and what it starts. */
  readonly mark: string;
  /** Does a person sit at the terminal the command reads from? */
  readonly isInteractive: boolean;
  readonly signals: Signals;
  /** Milliseconds from a signal that is passed on to SIGKILL. Default 5 000. */
  readonly grace?: number;
  /** Told in words when it is killed. */
  readonly say: (text: string) => void;
}

/**
 * Runs a command with our own standard streams to its end, and passes signals on to it. One that goes on after a signal is
 * killed after a grace, or at the second one.
 *
 * Without a terminal it gets a process group of its own, which is signalled as a whole, and of which nothing is left when
 * it ends. At a terminal it stays in the group that is in the foreground, or it could not read; Ctrl-C reaches it there
 * without us and is its own affair, and what it leaves in that group is known by its environment.
 *
 * @throws TombstoneError `cannot-run` where it cannot be started
 */
export async function runCommand(command: readonly string[], options: RunOptions): Promise<CommandEnd> {
  const { env, mark, isInteractive, signals, grace = 5000, say } = options;
  const { first } = signals;
  if (first !== undefined) return endOf({ status: null, signal: null }, first);
  let passed: NodeJS.Signals | undefined;
  let timer: NodeJS.Timeout | undefined;
  let key: { readonly signal: NodeJS.Signals; readonly at: number } | undefined;

  const starting = start(command, env, !isInteractive);
  const { child } = starting;

  function kill(): void {
    say(`${command[0]} goes on after ${passed}; it is killed.`);
    send(child, 'SIGKILL', isInteractive);
  }
  function pass(signal: NodeJS.Signals): void {
    if (isInteractive && keys.has(signal)) {
      key = { signal, at: performance.now() };
      return;
    }
    if (passed !== undefined) {
      kill();
      return;
    }
    passed = signal;
    timer = setTimeout(kill, grace);
    send(child, signal, isInteractive);
  }
  signals.handTo(pass);
  await starting.started;
  const ended = await new Promise<{ readonly status: number | null; readonly signal: NodeJS.Signals | null }>(
    (resolve) => child.once('exit', (status, signal) => resolve({ status, signal })),
  );
  clearTimeout(timer);
  if (isInteractive) endOthers(mark);
  else send(child, 'SIGKILL', false);
  // Who goes on for so long made something else of the key: a prompt forgets its line.
  const pressed = key && performance.now() - key.at < grace ? key.signal : undefined;
  return endOf(ended, passed ?? pressed);
}

/** What a terminal sends for Ctrl-C and Ctrl-\, to the command as well as to us. */
const keys: ReadonlySet<NodeJS.Signals> = new Set(['SIGINT', 'SIGQUIT']);

function endOf(
  { status, signal }: { readonly status: number | null; readonly signal: NodeJS.Signals | null },
  passed: NodeJS.Signals | undefined,
): CommandEnd {
  const by = signal ?? passed;
  if (by === undefined) return { status: status ?? 1 };
  // Whoever was told to stop has not done what it was started for, even where it says 0.
  return { status: status || 128 + constants.signals[by], signal: by };
}

/** To the command alone, or to everything in its group. */
function send(child: ChildProcess, signal: NodeJS.Signals, alone: boolean): void {
  if (alone || child.pid === undefined) {
    child.kill(signal);
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch {
    // Nobody is left.
  }
}

interface Starting {
  readonly child: ChildProcess;
  /** @throws TombstoneError `cannot-run` */
  readonly started: Promise<void>;
}

function start([program = '', ...args]: readonly string[], env: RunOptions['env'], detached: boolean): Starting {
  const child = spawn(program, args, { stdio: 'inherit', env: { ...env }, detached });
  const started = new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', (cause: NodeJS.ErrnoException) => {
      const reason = reasons[cause.code ?? ''] ?? cause.message;
      reject(new TombstoneError('cannot-run', `${shellWord(program)} cannot be started: ${reason}.`, { cause }));
    });
  });
  return { child, started };
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such program',
  EACCES: 'it is no program that may be run',
  E2BIG: 'its arguments and environment are too long',
};
