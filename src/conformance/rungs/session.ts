import type { Rung } from '../rung.js';
import { aborted } from './aborted.js';
import type { AdapterOptions } from './adapterStream.js';
import { type Conversation, converse } from './conversation.js';
import { fault } from './fault.js';
import { startAdapter } from './startAdapter.js';

export type SessionOptions = AdapterOptions;

/**
 * The session rung: one process that lives through the whole run, JSON lines on its standard input and output. One that
 * ends or keeps a case waiting is replaced by a new one; only the cases it had in hand are lost.
 *
 * @param command an argument vector; no shell reads it
 * @throws TombstoneError `adapter-not-started`; `broken-adapter` where it does not say hello as it has to
 */
export async function startSession(command: readonly string[], options: SessionOptions = {}): Promise<Rung> {
  const first = await startAdapter(command, options);
  const { client, capabilities = ['*'], concurrency = 1 } = first.hello;
  const all: Conversation[] = [];
  const open = (adapter: typeof first) => {
    const conversation = converse(adapter);
    all.push(conversation);
    return conversation;
  };
  let current: Promise<Conversation> = Promise.resolve(open(first));

  /** One that cannot be started again is not tried a third time: every case would wait for it. */
  async function next(): Promise<Conversation> {
    const seen = current;
    const conversation = await seen;
    if (!conversation.isOver) return conversation;
    if (current === seen) current = startAdapter(command, options).then(open);
    return next();
  }

  return {
    name: 'session',
    client,
    capabilities,
    concurrency,
    async run(message, { signal }) {
      try {
        const conversation = await Promise.race([next(), aborted(signal)]);
        if (signal.aborted || !conversation) return fault('The adapter was not ready in the time a case has.');
        return await conversation.run(message, signal);
      } catch (error) {
        return fault(error instanceof Error ? error.message : String(error));
      }
    },
    async close() {
      await current.catch(() => {});
      await Promise.all(all.map((conversation) => conversation.close()));
    },
  };
}
