import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { Refusal } from '../intercept.js';
import { firstByte } from './firstByte.js';
import { locate, openTunnel } from './forward.js';
import { type HostPort, readHostPort } from './hostPort.js';
import type { ProxySettings } from './proxy.js';
import { refuseTunnel } from './refuse.js';
import { endTls } from './tls.js';

/** TLS begins with a record of this type: RFC 8446, section 5.1. */
const handshakeRecord = 0x16;

/** Takes a CONNECT: into a sandbox, on to an allowed host, or refused. */
export async function takeTunnel(
  settings: ProxySettings,
  { url = '' }: IncomingMessage,
  socket: Socket,
  head: Buffer,
): Promise<void> {
  socket.on('error', () => {}); // the client may be gone
  const to = readHostPort(url);
  if (to === undefined) {
    socket.end('HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
    return;
  }
  const destination = settings.destinations.of(to);
  if (destination.kind === 'refused') {
    refuseTunnel(socket, settings.refusals.note(to, destination.reason));
    return;
  }
  if (head.length > 0) socket.unshift(head);
  if (destination.kind === 'allowed') {
    const refusal = await join(settings, socket, to, established);
    if (refusal) refuseTunnel(socket, refusal);
    return;
  }
  socket.write(established);
  // A tunnel may carry plain HTTP, too: undici, for one, asks for one to every host.
  if ((await firstByte(socket)) === handshakeRecord) await takeTls(settings, socket, to);
  else destination.door.connection(socket);
}

const established = 'HTTP/1.1 200 Connection established\r\n\r\n';

/** Takes a connection that begins with TLS; `to` is where it is for unless it names another host itself. */
export async function takeTls(settings: ProxySettings, socket: Socket, to: Partial<HostPort>): Promise<void> {
  socket.on('error', () => {});
  const { destinations, refusals, authority } = settings;
  const isOurs = (host: string) => destinations.of({ host, port: 443 }).kind === 'sandbox';
  const handshake = await endTls(socket, to.host, { authority, isOurs });
  const { host } = handshake;
  if (host !== undefined) {
    const named = { host, port: to.port ?? 443 };
    const destination = destinations.of(named);
    if (destination.kind === 'sandbox' && 'secured' in handshake) {
      destination.door.connection(handshake.secured);
      return;
    }
    if (destination.kind !== 'sandbox') refusals.note(named, 'unknown-host');
    else if ('problem' in handshake) refusals.note(named, 'untrusted', handshake.problem);
  }
  socket.destroy();
}

/** Takes a connection for an allowed host that knows of no proxy; what is wrong with it is only noted. */
export async function takeAllowed(settings: ProxySettings, socket: Socket, to: HostPort): Promise<void> {
  socket.on('error', () => {});
  if (await join(settings, socket, to, '')) socket.destroy();
}

async function join(
  { refusals }: ProxySettings,
  socket: Socket,
  to: HostPort,
  greeting: string,
): Promise<Refusal | undefined> {
  const located = await locate(to.host);
  if ('reason' in located) return refusals.note(to, located.reason, located.detail);
  try {
    await openTunnel(socket, greeting, { to, addresses: located.addresses });
    return undefined;
  } catch (error) {
    return refusals.note(to, 'unreachable', error instanceof Error ? error.message : String(error));
  }
}
