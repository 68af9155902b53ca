import type { Mock } from '../mock/mock.js';
import { listen } from '../server/listen.js';
import type { OpenedPlace } from './run/runCase.js';

/** A listener of its own on a free port of the loopback: what a client in another process needs. */
export async function openPort(mock: Mock): Promise<OpenedPlace> {
  // A client that hangs on must not keep the next case waiting.
  const listener = await listen(mock, { port: 0, timeouts: { stop: 1 } });
  return { origin: listener.url, [Symbol.asyncDispose]: () => listener.close() };
}

/** No socket: an in-process client is given `fetch`. */
export async function openNothing(): Promise<OpenedPlace> {
  return { origin: 'http://tombstone.test', [Symbol.asyncDispose]: async () => {} };
}
