import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** A connection on which a test writes and reads bytes itself. */
export interface Connection extends Disposable {
  readonly socket: Socket;
  send(text: string): void;
  /** Everything received so far, once that matches. */
  received(pattern: RegExp): Promise<string>;
  /** Everything received, once the other side has closed. */
  closed(): Promise<string>;
}

/** Opens a connection to a port of this machine. */
export async function open(port: number): Promise<Connection> {
  const socket = connect({ port, host: '127.0.0.1' });
  await once(socket, 'connect');
  let text = '';
  let ended = false;
  const waiting = new Set<() => void>();
  const wake = () => {
    for (const check of waiting) check();
  };
  socket.setEncoding('latin1').on('data', (chunk: string) => {
    text += chunk;
    wake();
  });
  socket.on('error', () => {}); // a reset is followed by close
  socket.on('close', () => {
    ended = true;
    wake();
  });

  function until(satisfied: () => boolean, wanted: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const check = () => {
        if (satisfied()) resolve(text);
        else if (ended) reject(new Error(`closed before ${wanted}, after: ${text}`));
        else return;
        waiting.delete(check);
      };
      waiting.add(check);
      check();
    });
  }

  return {
    socket,
    send: (bytes) => socket.write(bytes, 'latin1'),
    received: (pattern) => until(() => pattern.test(text), String(pattern)),
    closed: () => until(() => ended, 'the end'),
    [Symbol.dispose]: () => socket.destroy(),
  };
}

/** A request's bytes: `Host` and the test provider's key are added, and a length where there is a body. */
export function bytes(line: string, headers: readonly string[] = [], body = ''): string {
  const length = body === '' ? [] : [`Content-Length: ${Buffer.byteLength(body, 'latin1')}`];
  const all = [`${line} HTTP/1.1`, 'Host: localhost', 'x-parcel-key: parcel-key', ...length, ...headers];
  return `${all.join('\r\n')}\r\n\r\n${body}`;
}

/** Status line and fields of a response's bytes; names in lower case. */
export function head(text: string): { readonly status: number; readonly fields: ReadonlyMap<string, string> } {
  const [line = '', ...rest] = (text.split('\r\n\r\n')[0] ?? '').split('\r\n');
  const fields = rest.map((field): [string, string] => {
    const colon = field.indexOf(':');
    return [field.slice(0, colon).toLowerCase(), field.slice(colon + 1).trim()];
  });
  return { status: Number(line.split(' ')[1]), fields: new Map(fields) };
}
