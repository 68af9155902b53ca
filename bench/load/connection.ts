import { connect, type Socket } from 'node:net';

/** Opens a connection that sends a request, waits for the whole answer, and sends the next. */
export interface Exchanges {
  /** The next request, or undefined when there is none left. */
  readonly next: () => string | undefined;
  /** Told the status of each answer. */
  readonly answered: (status: number) => void;
  readonly done: () => void;
}

const headEnd = '\r\n\r\n';
const lengthField = /\r\ncontent-length: (\d+)/i;

/**
 * A connection of the load generator. It reads no more of an answer than its status and its length, so that it needs
 * less time than the server it measures.
 */
export function openConnection(port: number, { next, answered, done }: Exchanges): Socket {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  let received = '';
  const send = () => {
    const request = next();
    if (request === undefined) done();
    else socket.write(request, 'latin1');
  };
  socket.setEncoding('latin1');
  socket.on('connect', send);
  socket.on('data', (chunk: string) => {
    received = received === '' ? chunk : received + chunk;
    const head = received.indexOf(headEnd);
    if (head === -1) return;
    const length = Number(lengthField.exec(received)?.[1] ?? 0);
    if (received.length < head + headEnd.length + length) return;
    const status = Number(received.slice(9, 12));
    received = '';
    answered(status);
    send();
  });
  socket.on('error', (error) => {
    throw error;
  });
  return socket;
}
