import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { Adapter } from '../adapter.js';
import { loadMessageCheck } from '../protocol/checkMessage.js';
import { type AdapterMessage, protocolVersion, type RunnerMessage } from '../protocol/messages.js';
import { clientOf } from './clientOf.js';
import { takeThroughCase } from './takeThroughCase.js';

export interface ServeAdapterOptions {
  /** How many cases it takes at a time. Default 1. */
  readonly concurrency?: number;
  /** Where the runner's messages come from. Default: standard input. */
  readonly input?: Readable;
  /** Where the answers go. Default: standard output; whatever else is printed there then goes to standard error. */
  readonly output?: Writable;
}

/**
 * The other end of the session rung, for a client in JavaScript: speaks the protocol for an adapter, until the runner
 * says goodbye or closes its end, and every case in hand is answered.
 *
 * @example The whole of an adapter's program
 * ```ts
 * import { defineAdapter, serveAdapter } from 'tombstone/conformance';
 *
 * await serveAdapter(defineAdapter({ name: 'acme-js', run: async (step, context) => … }));
 * ```
 */
export async function serveAdapter(adapter: Adapter, options: ServeAdapterOptions = {}): Promise<void> {
  const { concurrency = 1, input = process.stdin, output } = options;
  const write = output ? (line: string) => output.write(line) : takeStandardOutput();
  const send = (message: AdapterMessage) => write(`${JSON.stringify(message)}\n`);
  const check = await loadMessageCheck();
  const left = new AbortController();
  const inHand = new Set<Promise<void>>();

  function answer(message: RunnerMessage): void {
    if (message.type === 'hello') {
      const { capabilities } = adapter;
      const known = capabilities === undefined ? {} : { capabilities };
      send({ type: 'hello', protocol: protocolVersion, client: clientOf(adapter), ...known, concurrency });
    }
    if (message.type !== 'run') return;
    const done = takeThroughCase(adapter, message, { fetch, signal: left.signal }, check).then((reply) => {
      send({ ...reply, seq: message.seq });
      inHand.delete(done);
    });
    inHand.add(done);
  }

  const lines = createInterface({ input });
  for await (const line of lines) {
    if (line.trim() === '') continue;
    const message = JSON.parse(line) as RunnerMessage;
    if (message.type === 'bye') break;
    answer(message);
  }
  await Promise.all(inHand);
  left.abort();
  // An open standard input would keep the process alive after the goodbye.
  input.destroy();
}

/** A client's own prints would be taken for messages. */
function takeStandardOutput(): (line: string) => void {
  const { stdout, stderr } = process;
  const write = stdout.write.bind(stdout);
  stdout.write = stderr.write.bind(stderr) as typeof stdout.write;
  return (line) => write(line);
}
