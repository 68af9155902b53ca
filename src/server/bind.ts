import type { AddressInfo, Server } from 'node:net';
import { TombstoneError } from '../errors.js';

/**
 * Starts listening and gives the port that was taken.
 *
 * @throws TombstoneError `bad-port`, `port-in-use`, `cannot-listen`.
 */
export async function bind(server: Server, port: number, host: string): Promise<number> {
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new TombstoneError(
      'bad-port',
      `Port ${port} is not a whole number from 0 to 65535. Choose another; 0 takes a free one.`,
    );
  }
  await new Promise<void>((resolve, reject) => {
    const fail = (cause: NodeJS.ErrnoException) => reject(explain(cause, port, host));
    server.once('error', fail);
    server.listen({ port, host }, () => {
      server.off('error', fail);
      resolve();
    });
  });
  return (server.address() as AddressInfo).port;
}

function explain(cause: NodeJS.ErrnoException, port: number, host: string): TombstoneError {
  if (cause.code === 'EADDRINUSE') {
    const advice = 'Stop the program that listens there, or choose another port; 0 takes a free one.';
    return new TombstoneError('port-in-use', `Port ${port} of ${host} is already in use. ${advice}`, { cause });
  }
  const reasons: Readonly<Record<string, string>> = {
    EACCES: 'this user may not listen there; ports from 1024 up are free to everybody',
    EADDRNOTAVAIL: 'the address does not belong to this machine',
    ENOTFOUND: 'the name is not known',
  };
  const reason = reasons[cause.code ?? ''] ?? cause.message;
  return new TombstoneError('cannot-listen', `Cannot listen on port ${port} of ${host}: ${reason}.`, { cause });
}
