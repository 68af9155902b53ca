import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import { type IncomingMessage, request as requestPlain, type ServerResponse } from 'node:http';
import { request as requestSecure } from 'node:https';
import { connect, type LookupFunction, type Socket } from 'node:net';
import type { HostPort } from './hostPort.js';
import { isPublicAddress } from './isPublicAddress.js';

/** Where an allowed host is; or why nothing is sent there. */
export type Located =
  | { readonly addresses: readonly LookupAddress[] }
  | { readonly reason: 'private-address' | 'unreachable'; readonly detail: string };

/**
 * Looks an allowed host up, once: what is connected to is one of the addresses that were looked at, so that the name cannot
 * mean another one in between. One private address among several refuses the host.
 */
export async function locate(host: string): Promise<Located> {
  try {
    const found = await lookup(host, { all: true });
    const inside = found.find(({ address }) => !isPublicAddress(address));
    if (inside) return { reason: 'private-address', detail: inside.address };
    return found.length > 0 ? { addresses: found } : { reason: 'unreachable', detail: 'it has no address' };
  } catch (error) {
    return { reason: 'unreachable', detail: error instanceof Error ? error.message : String(error) };
  }
}

/** Gives Node the addresses that were found: it takes the first one that answers. */
function known(addresses: readonly LookupAddress[]): LookupFunction {
  return (_name, { all }, give) => {
    const [first] = addresses;
    if (all === true) give(null, [...addresses]);
    else give(null, first?.address ?? '', first?.family ?? 0);
  };
}

/** What is sent on is sent to one of the addresses. */
export interface Reached {
  readonly to: HostPort;
  readonly addresses: readonly LookupAddress[];
}

/** Joins a connection to a host, and says `greeting` once it is; rejects where it cannot be connected to. */
export function openTunnel(socket: Socket, greeting: string, { to, addresses }: Reached): Promise<void> {
  return new Promise((resolve, reject) => {
    // Either side may have said everything while the other one has not.
    const onward = connect({ ...to, lookup: known(addresses), allowHalfOpen: true });
    onward.once('error', reject);
    onward.once('connect', () => {
      onward.off('error', reject);
      onward.on('error', () => socket.destroy());
      onward.once('close', () => socket.destroySoon());
      socket.once('close', () => onward.destroy());
      if (greeting !== '') socket.write(greeting);
      onward.pipe(socket);
      socket.pipe(onward);
      resolve();
    });
  });
}

/** A request to be sent on. */
export interface Onward extends Reached {
  readonly secure: boolean;
  readonly target: string;
}

/** Sends a request on, and its answer back; rejects where nothing answers. */
export function sendOn(message: IncomingMessage, response: ServerResponse, onward: Onward): Promise<void> {
  const { to, addresses, secure, target } = onward;
  return new Promise((resolve, reject) => {
    const request = (secure ? requestSecure : requestPlain)({
      ...to,
      lookup: known(addresses),
      ...(message.method !== undefined && { method: message.method }),
      path: target,
      headers: endToEnd(message),
      agent: false,
    });
    request.once('error', reject);
    request.once('response', (answer) => {
      response.writeHead(answer.statusCode ?? 502, endToEnd(answer));
      answer.once('error', () => response.destroy());
      answer.pipe(response);
      resolve();
    });
    response.once('close', () => request.destroy());
    message.pipe(request);
  });
}

/** Fields that are about a connection and not about the message: RFC 9110, section 7.6.1. */
const hopByHop =
  /^(?:connection|keep-alive|proxy-authorization|proxy-connection|te|trailer|transfer-encoding|upgrade)$/i;

function endToEnd({ headers }: IncomingMessage): NodeJS.Dict<string | string[]> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !hopByHop.test(name)));
}
