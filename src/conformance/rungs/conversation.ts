import type { RunMessage, RunReply } from '../protocol/messages.js';
import type { AdapterLine } from '../protocol/readLine.js';
import type { RungAnswer } from '../rung.js';
import { fault, miscounted } from './fault.js';
import { lastWords } from './process/describeEnding.js';
import type { AdapterProcess } from './startAdapter.js';

/** One adapter process with the cases it has in hand. */
export interface Conversation {
  /** No case is to be given to it any more: it has ended, or has kept us waiting. */
  readonly isOver: boolean;
  /** Never rejects. A fault is what is wrong with the adapter, and costs no case but those that it had in hand. */
  run(message: RunMessage, signal: AbortSignal): Promise<RungAnswer>;
  /** Says goodbye; resolves when it is gone. */
  close(): Promise<void>;
}

interface InHand {
  readonly steps: number;
  readonly settle: (answer: RungAnswer) => void;
  answer?: RungAnswer;
  /** A line came that was no message, and nobody can tell which case it came of. */
  spoiled?: string;
}

export function converse(adapter: AdapterProcess): Conversation {
  const inHand = new Map<number, InHand>();
  const answered = new Set<number>();
  let isOver = false;

  adapter.onLine((line) => take(line));
  const ended = adapter.ended.then(({ why }) => {
    isOver = true;
    for (const seq of inHand.keys()) answer(seq, fault(`${why} It had not answered.`));
  });

  function take(line: AdapterLine): void {
    if (line.is === 'foreign') return;
    if (line.is === 'noise') {
      for (const one of inHand.values()) one.spoiled ??= line.why;
    } else if (line.is === 'wrong') blame(line.why, line.seq);
    else if (line.message.type === 'hello') blame('It said hello a second time.');
    else takeReply(line.message);
  }

  function takeReply({ seq, ...reply }: RunReply): void {
    const one = inHand.get(seq);
    if (one?.answer) one.answer = fault('It answered the same case twice.');
    // A second answer that comes late finds the first one judged; `adapter check` waits for it.
    if (one?.answer || answered.has(seq)) return;
    if (!one) {
      blame(`It answered a case with seq ${seq}, and none of that seq was given to it.`);
      return;
    }
    const wrong = reply.type === 'result' ? miscounted(reply.outcomes.length, one.steps) : undefined;
    answer(seq, wrong === undefined ? reply : fault(wrong));
  }

  /** A message that is wrong is the answer of the case it names, or of the only one there is. */
  function blame(why: string, seq?: number): void {
    const [only, ...others] = inHand.keys();
    if (seq !== undefined && inHand.has(seq)) answer(seq, fault(why));
    else if (only !== undefined && others.length === 0) answer(only, fault(why));
    else for (const one of inHand.values()) one.spoiled ??= why;
  }

  function answer(seq: number, given: RungAnswer): void {
    const one = inHand.get(seq);
    if (!one || one.answer) return;
    one.answer = given;
    // What it printed at the same time may still be in its pipes: a second answer, the words to standard error.
    setImmediate(() => {
      inHand.delete(seq);
      answered.add(seq);
      one.settle(whole(one.answer ?? given, one.spoiled));
      if (isOver && inHand.size === 0) void adapter.stop();
    });
  }

  return {
    get isOver() {
      return isOver;
    },
    async run(message, signal) {
      const marks = { stdout: adapter.stdout.length, stderr: adapter.stderr.length };
      const late = () => {
        isOver = true;
        answer(message.seq, fault('It did not answer in the time a case has.'));
      };
      const given = await new Promise<RungAnswer>((settle) => {
        inHand.set(message.seq, { steps: message.do.length, settle });
        signal.addEventListener('abort', late, { once: true });
        adapter.send(message);
      });
      signal.removeEventListener('abort', late);
      const output = { stdout: adapter.stdout.since(marks.stdout), stderr: adapter.stderr.since(marks.stderr) };
      if (given.type !== 'fault') return { ...given, output };
      return { ...given, message: `${given.message}${lastWords(output.stderr)}`, output };
    },
    async close() {
      isOver = true;
      await adapter.finish();
      await ended;
    },
  };
}

/** A case in which something was printed that is no message is a fault, whatever was answered besides. */
function whole(answer: RungAnswer, spoiled: string | undefined): RungAnswer {
  if (spoiled === undefined) return answer;
  return fault(answer.type === 'fault' ? `${answer.message} ${spoiled}` : spoiled);
}
