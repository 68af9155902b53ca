import { randomBytes } from 'node:crypto';
import type { RunReply } from '../protocol/messages.js';
import { clip } from '../rungs/process/clip.js';
import type { Interview } from './interview.js';

/** Something an adapter has to stand, on a process that others have been tried on, and others will be. */
export interface Probe {
  readonly id: string;
  readonly requirement: string;
  /** What went wrong. */
  readonly run: (interview: Interview) => Promise<string | undefined>;
}

/** JSON that a parser written in a hurry stumbles over. */
const awkward = 'ü 😀 " \\ / \u0000 \u001f \u2028 </script> }{ ][ ,:';

export const probes: readonly Probe[] = [
  {
    id: 'unknown-operation',
    requirement: 'Says `unsupported` where it does not know the operation.',
    run: async ({ ask }) => unlikeUnsupported(await ask()),
  },
  {
    id: 'unknown-type',
    requirement: 'Ignores messages of a type it does not know.',
    run: async ({ adapter, ask }) => {
      adapter.send({ type: `unknown-${randomBytes(4).toString('hex')}` });
      return missing(await ask());
    },
  },
  {
    id: 'unknown-member',
    requirement: 'Ignores members of messages that it does not know.',
    run: async ({ ask }) => missing(await ask({ fromTheFuture: { seq: 1, type: 'bye' } })),
  },
  {
    id: 'seq',
    requirement: 'Echoes `seq` as it is, up to 9007199254740991.',
    run: async ({ ask }) => missing(await ask({ seq: 0 })) ?? missing(await ask({ seq: Number.MAX_SAFE_INTEGER })),
  },
  {
    id: 'awkward-text',
    requirement: 'Reads every text that JSON can hold.',
    run: async ({ ask }) =>
      missing(
        await ask({
          case: awkward,
          do: [{ operation: `unknown ${awkward}`, parameters: { id: awkward, n: -1.5e-7, none: null } }],
        }),
      ),
  },
  {
    id: 'long-message',
    requirement: 'Reads a message of a megabyte.',
    run: async ({ ask }) =>
      missing(await ask({ do: [{ operation: 'unknownLong', parameters: { text: 'x'.repeat(1_048_576) } }] })),
  },
  {
    id: 'concurrency',
    requirement: 'Answers as many cases at a time as it says it takes.',
    run: async ({ adapter, ask }) => {
      const { concurrency = 1 } = adapter.hello;
      const answers = await Promise.all(Array.from({ length: concurrency }, (_, index) => ask({ seq: 1_000 + index })));
      return answers.map(missing).find((problem) => problem !== undefined);
    },
  },
];

/** Why there is no answer. */
export function missing(answer: RunReply | string): string | undefined {
  return typeof answer === 'string' ? answer : undefined;
}

/** A result says that the client was asked, or that nobody looked; a fault, that an honest answer is taken for a defect. */
function unlikeUnsupported(answer: RunReply | string): string | undefined {
  if (typeof answer === 'string') return answer;
  if (answer.type === 'unsupported') return undefined;
  if (answer.type === 'fault') return `It answered with a fault: ${clip(answer.message)}`;
  return `It answered with a result, for an operation that nobody has: ${clip(JSON.stringify(answer.outcomes))}`;
}
