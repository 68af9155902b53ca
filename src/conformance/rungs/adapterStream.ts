import { loadMessageCheck } from '../protocol/checkMessage.js';
import type { RunnerMessage } from '../protocol/messages.js';
import { type AdapterLine, readLine } from '../protocol/readLine.js';
import { clientEnvironment } from './process/clientEnvironment.js';
import { clip } from './process/clip.js';
import { describeEnding } from './process/describeEnding.js';
import { splitLines } from './process/splitLines.js';
import { type Ending, type Started, startGroup } from './process/startGroup.js';
import { createTail, type Tail } from './process/tail.js';

/** Longest line an adapter may print, in bytes. */
const longestLine = 1_048_576;

/** Most it may print, in bytes, between two messages. */
const mostNoise = 16 * 1_048_576;

/** How long, in milliseconds, a program that has closed its standard output may take to end by itself. */
const lastMoment = 200;

export interface AdapterOptions extends Started {
  /** Added to this process's environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** Where it runs. Default: where this process does. */
  readonly cwd?: string;
  /** Milliseconds until it has to have said hello. Default 30,000. */
  readonly handshakeTimeout?: number;
  /** Milliseconds it is given to end, after goodbye and again after SIGTERM. Default 2,000. */
  readonly grace?: number;
}

/** How an adapter ended; `why` is a sentence, and says so where it was we who ended it. */
export interface AdapterEnding extends Ending {
  readonly why: string;
}

/** A program that is to speak the protocol. */
export interface AdapterStream {
  /** `type` may be one that no version of the protocol has. */
  send(message: RunnerMessage | { readonly type: string }): void;
  /** Hands over every line that is not empty; those that came before are kept for it. */
  onLine(listener: ((line: AdapterLine, text: string) => void) | undefined): void;
  /** The lines of its standard output that were no messages. */
  readonly stdout: Tail;
  readonly stderr: Tail;
  readonly ended: Promise<AdapterEnding>;
  /** Says goodbye unless told otherwise, closes its standard input, and stops what has not ended after the grace. */
  finish(options?: { readonly bye?: boolean }): Promise<AdapterEnding>;
  /** SIGTERM to its group, and SIGKILL after the grace. */
  stop(): Promise<AdapterEnding>;
}

/**
 * Starts a program, and cuts what it prints into lines of the protocol. One that floods us is ended.
 *
 * @throws TombstoneError `adapter-not-started`
 */
export async function openAdapter(command: readonly string[], options: AdapterOptions = {}): Promise<AdapterStream> {
  const { env, cwd, grace = 2_000, onStart } = options;
  const check = await loadMessageCheck();
  const place = cwd === undefined ? {} : { cwd };
  const group = await startGroup(command, { env: clientEnvironment(env), ...place, onStart });
  const stdout = createTail();
  const stderr = createTail();
  let listener: ((line: AdapterLine, text: string) => void) | undefined;
  let waiting: (readonly [AdapterLine, string])[] = [];
  let given: string | undefined;
  let noise = 0;

  const ended = group.ended.then((ending) => ({ ...ending, why: given ?? `It ${describeEnding(ending)}.` }));
  async function stop(): Promise<AdapterEnding> {
    await group.stop(grace);
    return ended;
  }
  function giveUp(why: string): void {
    given ??= why;
    void stop();
  }

  const read = splitLines(longestLine, {
    line(text) {
      const line = readLine(text, check);
      if (!line) return;
      if (line.is === 'message') noise = 0;
      else stdout.add(Buffer.from(`${text}\n`));
      if (listener) listener(line, text);
      else waiting.push([line, text]);
    },
    tooLong: (start) =>
      giveUp(`It printed a line of more than ${longestLine} bytes, and was ended: ${clip(start, 80)}`),
  });
  group.stdout.on('data', (chunk: Buffer) => {
    if (given !== undefined) return;
    noise += chunk.length;
    if (noise > mostNoise) giveUp(`It printed ${mostNoise} bytes without a message, and was ended.`);
    else read(chunk);
  });
  group.stdout.once('end', () => {
    const timer = setTimeout(() => giveUp('It closed its standard output, and was ended.'), lastMoment);
    void ended.then(() => clearTimeout(timer));
  });
  group.stderr.on('data', (chunk: Buffer) => stderr.add(chunk));

  return {
    send: (message) => group.stdin.write(`${JSON.stringify(message)}\n`),
    onLine(next) {
      listener = next;
      const kept = waiting;
      if (next) waiting = [];
      if (next) for (const [line, text] of kept) next(line, text);
    },
    stdout,
    stderr,
    ended,
    async finish({ bye = true } = {}) {
      group.stdin.end(bye ? `${JSON.stringify({ type: 'bye' })}\n` : undefined);
      const timer = setTimeout(() => giveUp(`It was told to finish and did not end within ${grace} ms.`), grace);
      const ending = await ended;
      clearTimeout(timer);
      return ending;
    },
    stop,
  };
}
