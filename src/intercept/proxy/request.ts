import type { IncomingMessage, ServerResponse } from 'node:http';
import { locate, sendOn } from './forward.js';
import { type HostPort, readHostPort } from './hostPort.js';
import type { ProxySettings } from './proxy.js';
import { refuseRequest } from './refuse.js';

/** A request to a proxy: whom it is for, and what is asked of them. */
interface Proxied {
  readonly to: HostPort;
  readonly secure: boolean;
  /** Origin form. */
  readonly target: string;
}

/**
 * Takes a request that came without a tunnel: in absolute form, which some clients send for `https://` too and leave TLS to
 * the proxy; or in origin form, from a client that was led here without knowing of a proxy.
 */
export async function takeRequest(
  settings: ProxySettings,
  message: IncomingMessage,
  response: ServerResponse,
  awaitsContinue: boolean,
): Promise<void> {
  const { destinations, refusals } = settings;
  const proxied = readProxied(message);
  if (proxied === undefined) {
    response.writeHead(400, { Connection: 'close' }).end();
    return;
  }
  const { to } = proxied;
  const destination = destinations.of(to);
  if (destination.kind === 'sandbox') {
    destination.door.request(message, response, awaitsContinue);
    return;
  }
  if (destination.kind === 'refused') {
    refuseRequest(response, refusals.note(to, destination.reason));
    return;
  }
  const located = await locate(to.host);
  if ('reason' in located) {
    refuseRequest(response, refusals.note(to, located.reason, located.detail));
    return;
  }
  if (awaitsContinue) response.writeContinue();
  try {
    await sendOn(message, response, { ...proxied, addresses: located.addresses });
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    refuseRequest(response, refusals.note(to, 'unreachable', detail));
  }
}

function readProxied({ url = '', headers }: IncomingMessage): Proxied | undefined {
  const [, scheme, authority = '', rest = ''] = /^(https?):\/\/([^/?#@]+)([/?].*)?$/is.exec(url) ?? [];
  const secure = scheme?.toLowerCase() === 'https';
  const to = scheme ? readHostPort(authority, secure ? 443 : 80) : readHostPort(headers.host ?? '', 80);
  if (to === undefined) return undefined;
  const target = scheme ? rest : url;
  return { to, secure, target: target.startsWith('/') ? target : `/${target}` };
}
