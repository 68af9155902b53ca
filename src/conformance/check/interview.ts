import { randomBytes, randomInt } from 'node:crypto';
import type { RunMessage, RunReply } from '../protocol/messages.js';
import type { AdapterLine } from '../protocol/readLine.js';
import { lastWords } from '../rungs/process/describeEnding.js';
import type { AdapterProcess } from '../rungs/startAdapter.js';

/** An adapter that is asked for what no client can do. */
export interface Interview {
  readonly adapter: AdapterProcess;
  /** It has ended. */
  readonly isOver: boolean;
  /** Asks for an operation that nobody has; the answer, whatever it says, or why there is none. */
  ask(change?: Partial<RunMessage> & Readonly<Record<string, unknown>>): Promise<RunReply | string>;
  /** Lines of standard output that were no messages, in words. */
  readonly noise: readonly string[];
  /** Answers nobody asked for, in words. */
  readonly surplus: readonly string[];
}

/** @param patience milliseconds an answer is waited for */
export function interview(adapter: AdapterProcess, patience: number): Interview {
  const waiting = new Map<number, (answer: RunReply | string) => void>();
  const noise: string[] = [];
  const surplus: string[] = [];
  let over: string | undefined;

  void adapter.ended.then(({ why }) => {
    over = `${why}${lastWords(adapter.stderr.since(0))}`;
    for (const seq of waiting.keys()) settle(seq, over);
  });
  adapter.onLine((line) => take(line));

  function take(line: AdapterLine): void {
    if (line.is === 'noise') noise.push(line.why);
    if (line.is === 'wrong') {
      const [only] = waiting.keys();
      const seq = line.seq !== undefined && waiting.has(line.seq) ? line.seq : only;
      if (seq === undefined) surplus.push(line.why);
      else settle(seq, line.why);
    }
    if (line.is === 'message') takeMessage(line.message);
  }

  function takeMessage(message: RunReply | { readonly type: 'hello' }): void {
    if (message.type === 'hello') surplus.push('It said hello a second time.');
    else if (waiting.has(message.seq)) settle(message.seq, message);
    else surplus.push(`It answered seq ${message.seq} a second time, or without being asked.`);
  }

  function settle(seq: number, answer: RunReply | string): void {
    waiting.get(seq)?.(answer);
    waiting.delete(seq);
  }

  return {
    adapter,
    get isOver() {
      return over !== undefined;
    },
    async ask(change = {}) {
      const message: RunMessage = { ...unheardOf(), ...change };
      if (over !== undefined) return over;
      const answer = new Promise<RunReply | string>((resolve) => waiting.set(message.seq, resolve));
      adapter.send(message);
      const timer = setTimeout(() => settle(message.seq, `It did not answer within ${patience} ms.`), patience);
      await answer;
      clearTimeout(timer);
      return answer;
    },
    noise,
    surplus,
  };
}

/** A case no client can know; whoever says that something was deleted did not look. */
function unheardOf(): RunMessage {
  const name = `unknown${randomBytes(4).toString('hex')}`;
  return {
    type: 'run',
    seq: randomInt(1_000_000),
    case: `adapter-check/${name}`,
    provider: name,
    // Nothing listens on the discard port.
    baseUrl: 'http://127.0.0.1:9',
    credentials: {},
    do: [{ operation: name, parameters: {} }],
  };
}
