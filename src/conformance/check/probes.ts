import { randomBytes } from 'node:crypto';
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
    run: ({ ask }) => ask(),
  },
  {
    id: 'unknown-type',
    requirement: 'Ignores messages of a type it does not know.',
    run: ({ adapter, ask }) => {
      adapter.send({ type: `unknown-${randomBytes(4).toString('hex')}` });
      return ask();
    },
  },
  {
    id: 'unknown-member',
    requirement: 'Ignores members of messages that it does not know.',
    run: ({ ask }) => ask({ fromTheFuture: { seq: 1, type: 'bye' } }),
  },
  {
    id: 'seq',
    requirement: 'Echoes `seq` as it is, up to 9007199254740991.',
    run: async ({ ask }) => (await ask({ seq: 0 })) ?? (await ask({ seq: Number.MAX_SAFE_INTEGER })),
  },
  {
    id: 'awkward-text',
    requirement: 'Reads every text that JSON can hold.',
    run: ({ ask }) =>
      ask({
        case: awkward,
        do: [{ operation: `unknown ${awkward}`, parameters: { id: awkward, n: -1.5e-7, none: null } }],
      }),
  },
  {
    id: 'long-message',
    requirement: 'Reads a message of a megabyte.',
    run: ({ ask }) => ask({ do: [{ operation: 'unknownLong', parameters: { text: 'x'.repeat(1_048_576) } }] }),
  },
  {
    id: 'concurrency',
    requirement: 'Answers as many cases at a time as it says it takes.',
    run: async ({ adapter, ask }) => {
      const { concurrency = 1 } = adapter.hello;
      const problems = await Promise.all(
        Array.from({ length: concurrency }, (_, index) => ask({ seq: 1_000 + index })),
      );
      return problems.find((problem) => problem !== undefined);
    },
  },
];
