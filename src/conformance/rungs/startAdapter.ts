import { TombstoneError } from '../../errors.js';
import { type HelloReply, protocolVersion } from '../protocol/messages.js';
import type { AdapterLine } from '../protocol/readLine.js';
import { type AdapterOptions, type AdapterStream, openAdapter } from './adapterStream.js';
import { lastWords } from './process/describeEnding.js';
import { commandText } from './process/startGroup.js';

/** An adapter that has said hello. */
export interface AdapterProcess extends AdapterStream {
  readonly hello: HelloReply;
}

/**
 * Starts an adapter and greets it.
 *
 * @throws TombstoneError `adapter-not-started`; `broken-adapter` where it does not say hello as it has to
 */
export async function startAdapter(command: readonly string[], options: AdapterOptions = {}): Promise<AdapterProcess> {
  const adapter = await openAdapter(command, options);
  adapter.send({ type: 'hello', protocol: protocolVersion });
  const answer = await firstLine(adapter, options.handshakeTimeout ?? 30_000);
  if (typeof answer !== 'string') return { ...adapter, hello: answer };
  await adapter.stop();
  const words = lastWords(adapter.stderr.since(0));
  throw new TombstoneError('broken-adapter', `${commandText(command)} is no adapter: ${answer}${words}`);
}

/** The hello, or what came in its place. */
function firstLine(adapter: AdapterStream, patience: number): Promise<HelloReply | string> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(`it said no hello within ${patience} ms.`), patience);
    adapter.onLine((line) => {
      clearTimeout(timer);
      adapter.onLine(undefined);
      resolve(helloOf(line));
    });
    void adapter.ended.then(({ why }) => {
      clearTimeout(timer);
      resolve(`it said no hello. ${why}`);
    });
  });
}

function helloOf(line: AdapterLine): HelloReply | string {
  if (line.is === 'message') {
    if (line.message.type === 'hello') return line.message;
    return `it was to say hello first, and sent a message of type "${line.message.type}".`;
  }
  if (line.is === 'foreign') return `it was to say hello first, and sent a message of type "${line.type}".`;
  if (line.is === 'wrong') return lowerCase(line.why);
  return `${lowerCase(line.why)}\nStandard output is for messages alone; print everything else to standard error (npm run: \`npm run --silent\`).`;
}

function lowerCase(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
