import type { Mock } from '../mock/mock.js';
import type { Listener, ListenOptions } from './listenOptions.js';
import { openListener } from './openListener.js';
import { createSandboxes } from './sandboxes.js';

/**
 * Serves a sandbox over HTTP, with the control interface under `/_tombstone/`.
 *
 * @throws TombstoneError `bad-port`, `port-in-use`, `cannot-listen`; `token-required` where `host` is not loopback and
 *   there is no token.
 */
export async function listen(mock: Mock, options: ListenOptions = {}): Promise<Listener> {
  const sandboxes = createSandboxes(mock, options, () => listener.url);
  const listener = await openListener(mock, options, sandboxes);

  let closed: Promise<void> | undefined;
  function close(): Promise<void> {
    closed ??= Promise.all([listener.close(), sandboxes.closeAll()]).then(() => {});
    return closed;
  }
  return { ...listener, close, [Symbol.asyncDispose]: close };
}
