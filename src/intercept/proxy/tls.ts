import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import type { Authority } from '../authority/authority.js';

/** What ends TLS on a connection. */
export interface TlsEnd {
  readonly authority: Authority;
  /** Is there a sandbox for a host of this name? */
  readonly isOurs: (host: string) => boolean;
}

/** How a handshake ended: with a connection, or with why it came to none. */
export type Handshake = {
  /** The host the client asked for; else the one given. */
  readonly host: string | undefined;
} & ({ readonly secured: TLSSocket } | { readonly problem: string });

/** Ends TLS on a connection; `host` is the one it is for where the client names none. */
export async function endTls(
  socket: Socket,
  host: string | undefined,
  { authority, isOurs }: TlsEnd,
): Promise<Handshake> {
  let asked = host;
  const secured = new TLSSocket(socket, {
    isServer: true,
    ALPNProtocols: ['http/1.1'],
    ...(host !== undefined && { secureContext: await authority.contextFor(host) }),
    SNICallback(name, give) {
      asked = name.toLowerCase();
      if (isOurs(asked)) authority.contextFor(asked).then((context) => give(null, context), give);
      else give(new Error(`no contract names ${name}`));
    },
  });
  // A connection under TLS is reset by resetting what carries it, which a fault may ask for.
  secured.resetAndDestroy = () => {
    socket.resetAndDestroy();
    return secured;
  };
  return new Promise((resolve) => {
    const fail = ({ code, message }: NodeJS.ErrnoException) => resolve({ host: asked, problem: code ?? message });
    const gone = () => resolve({ host: asked, problem: 'it closed the connection' });
    // Nobody reads yet, so that a client that goes away in the middle would go unnoticed.
    const look = () => secured.read(0);
    secured.once('error', fail);
    secured.once('end', gone);
    secured.once('close', gone);
    secured.on('readable', look);
    secured.once('secure', () => {
      secured.off('error', fail);
      secured.off('end', gone);
      secured.off('close', gone);
      secured.off('readable', look);
      resolve({ host: asked, secured });
    });
  });
}
