import { connect, type Socket } from 'node:net';

/** What a connection sends for one load. */
export interface Exchanges {
  /** The next request, or undefined when there is none left. */
  readonly next: () => string | undefined;
  /** Told the status of each answer. */
  readonly answered: (status: number) => void;
  readonly done: () => void;
}

/** A connection that stays open from one load to the next. */
export interface Connection {
  readonly socket: Socket;
  /** Sends a request, waits for the whole answer, and sends the next. */
  run(exchanges: Exchanges): void;
}

const headEnd = '\r\n\r\n';
const lengthField = /\r\ncontent-length: (\d+)/i;

/**
 * A connection of the load generator. It reads no more of an answer than its status and its length, so that it needs
 * less time than the server it measures.
 */
export function openConnection(port: number): Connection {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  let received = '';
  let exchanges: Exchanges | undefined;
  const send = () => {
    const request = exchanges?.next();
    if (request !== undefined) {
      socket.write(request, 'latin1');
      return;
    }
    exchanges?.done();
    exchanges = undefined;
  };
  socket.setEncoding('latin1');
  socket.on('data', (chunk: string) => {
    received = received === '' ? chunk : received + chunk;
    const head = received.indexOf(headEnd);
    if (head === -1) return;
    const length = Number(lengthField.exec(received)?.[1] ?? 0);
    if (received.length < head + headEnd.length + length) return;
    const status = Number(received.slice(9, 12));
    received = '';
    exchanges?.answered(status);
    send();
  });
  socket.on('close', () => {
    // Between two loads the server may end it.
    if (exchanges) throw new Error('the server ended a connection in the middle of a load');
  });
  socket.on('error', (error) => {
    if (exchanges) throw error;
  });
  return {
    socket,
    run(given) {
      exchanges = given;
      send();
    },
  };
}
