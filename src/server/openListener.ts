import { TombstoneError } from '../errors.js';
import type { Mock } from '../mock/mock.js';
import { answerWith, createAnsweringServer } from './answeringServer.js';
import { isLoopbackName, urlHost } from './authority.js';
import { bind } from './bind.js';
import type { Controlled } from './control/call.js';
import { createControl } from './control/control.js';
import type { Listener, ListenOptions } from './listenOptions.js';
import { stop } from './stop.js';

/** Serves one sandbox; `sandboxes` is what its control interface makes of calls about further ones. */
export async function openListener(
  mock: Mock,
  options: ListenOptions,
  sandboxes: Controlled['sandboxes'],
): Promise<Listener> {
  const { host = '127.0.0.1', token, timeouts = {} } = options;
  requireToken(host, token);

  const answering = createAnsweringServer(timeouts);
  const { server, connections } = answering;
  const port = await bind(server, options.port ?? 4010, host);
  const url = `http://${urlHost(reachable(host))}:${port}`;

  const control = createControl({ mock, url, sandboxes, heartbeat: timeouts.heartbeat ?? 15_000 }, token);
  answerWith(answering, mock, control);
  const unsubscribe = options.onExchange ? mock.journal.subscribe(options.onExchange) : undefined;

  let stopped: Promise<void> | undefined;
  function close(): Promise<void> {
    stopped ??= stop(server, connections, timeouts.stop ?? 1000).finally(unsubscribe);
    return stopped;
  }
  return { url, port, mock, close, [Symbol.asyncDispose]: close };
}

function requireToken(host: string, token: string | undefined): void {
  if (token || isLoopbackName(urlHost(host))) return;
  throw new TombstoneError(
    'token-required',
    `Others can reach ${host}, and the control interface with it. Give a token, or listen on 127.0.0.1.`,
  );
}

/** Listening everywhere, one of the addresses that this machine itself can call. */
function reachable(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1';
  return host === '::' ? '::1' : host;
}
