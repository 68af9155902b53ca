import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { TombstoneError } from '../../../errors.js';
import { atProcessEnd } from '../../../process/atProcessEnd.js';
import { shellWord } from '../../../request/shellWord.js';
import { signalGroup } from './signalGroup.js';

/** How a process ended: a status, or the signal that ended it. */
export interface Ending {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  /** Something in its group still ran, and was ended. */
  readonly leftBehind: boolean;
}

/** A program in a process group of its own, with everything it starts. */
export interface ProcessGroup {
  readonly stdin: Writable;
  readonly stdout: Readable;
  readonly stderr: Readable;
  /** How the program ended, once what it printed is read. What it left running in its group is ended then. */
  readonly ended: Promise<Ending>;
  /** SIGTERM to all of it, and SIGKILL after so many milliseconds. */
  stop(grace: number): Promise<Ending>;
}

export interface GroupOptions extends Started {
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly cwd?: string;
}

/** For who wants to look into the client's process. */
export interface Started {
  /** Is told the id of every process that is started, at once. */
  readonly onStart?: ((pid: number) => void) | undefined;
}

/** How long the streams of a program that has ended are waited for: a process outside its group may hold them open. */
const drain = 500;

/**
 * Starts a program; never through a shell.
 *
 * @throws TombstoneError `adapter-not-started` where there is no such program, or it may not be run
 */
export async function startGroup(command: readonly string[], options: GroupOptions = {}): Promise<ProcessGroup> {
  const { child, forget } = await spawned(command, options);
  const { pid, stdin, stdout, stderr } = child;
  if (pid === undefined || !stdin || !stdout || !stderr) throw new Error('a started process has an id and three pipes');
  options.onStart?.(pid);
  stdin.on('error', () => {}); // who does not read any more has ended, or will be ended

  let hasExited = false;
  const ended = new Promise<Ending>((resolve) => {
    child.once('exit', (status, signal) => {
      hasExited = true;
      const leftBehind = signalGroup(pid, 'SIGKILL');
      forget();
      const timer = setTimeout(() => {
        for (const stream of [stdin, stdout, stderr]) stream.destroy();
      }, drain);
      child.once('close', () => {
        clearTimeout(timer);
        resolve({ status, signal, leftBehind });
      });
    });
  });
  return {
    stdin,
    stdout,
    stderr,
    ended,
    async stop(grace) {
      // Once the leader is gone its number may be another's.
      const send = (signal: NodeJS.Signals) => hasExited || signalGroup(pid, signal);
      send('SIGTERM');
      const timer = setTimeout(() => send('SIGKILL'), grace);
      const ending = await ended;
      clearTimeout(timer);
      return ending;
    },
  };
}

interface Spawned {
  readonly child: ChildProcess;
  /** It is gone, and need not be ended with this process. */
  readonly forget: () => void;
}

async function spawned(command: readonly string[], { env, cwd }: GroupOptions): Promise<Spawned> {
  const [program, ...args] = command;
  if (program === undefined)
    throw new TombstoneError('bad-usage', 'Which program? Its command line is expected after `--`.');
  let leader: number | undefined;
  // A group of its own does not hear Ctrl-C. Before it is there, or a signal could come in between.
  const forget = atProcessEnd(() => {
    if (leader !== undefined) signalGroup(leader, 'SIGKILL');
  });
  try {
    const child = spawn(program, args, {
      detached: true,
      stdio: 'pipe',
      ...(cwd === undefined ? {} : { cwd }),
      ...(env === undefined ? {} : { env: { ...env } }),
    });
    leader = child.pid;
    await new Promise((resolve, reject) => child.once('spawn', resolve).once('error', reject));
    return { child, forget };
  } catch (cause) {
    forget();
    throw new TombstoneError('adapter-not-started', `${commandText(command)} cannot be started: ${reasonOf(cause)}.`, {
      cause,
    });
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such program',
  EACCES: 'it is no program that may be run',
  E2BIG: 'its arguments and environment are too long',
};

function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  const { code = '' } = cause as NodeJS.ErrnoException;
  return reasons[code] ?? cause.message.replace(/\.$/, '');
}

/** A command line as it would be typed, for messages. */
export function commandText(command: readonly string[]): string {
  return `\`${command.map(shellWord).join(' ')}\``;
}
