import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { PlainResponse, Transport } from '../mock/mock.js';
import { type Connections, owe } from './connections.js';
import { sendResponse, writeHead } from './sendResponse.js';

/** Sends an answer that a fault lies over: late, in part, or not at all. */
export function sendThrough(
  response: ServerResponse,
  answer: PlainResponse,
  transport: Transport,
  connections: Connections,
): void {
  const { delay = 0, cut } = transport;
  const { socket } = response.req;
  // One that is gone already would stay there for ever.
  if (cut !== undefined && !socket.destroyed) connections.doomed.add(socket);
  const send = () => {
    if (cut === undefined) sendResponse(response, answer, connections.stopping);
    else whenItsTurn(response, (socket) => cutOff(response, answer, cut, socket));
  };
  if (delay === 0) send();
  else sendLater(response, delay, send, connections);
}

/** A client that goes away before takes the wait with it. */
function sendLater(response: ServerResponse, delay: number, send: () => void, connections: Connections): void {
  const settle = owe(connections, response);
  const timer = setTimeout(() => {
    settle();
    send();
  }, delay);
  response.once('close', () => clearTimeout(timer));
}

/** Answers of one connection go out in order: an earlier one that is late must not be cut with this one. */
function whenItsTurn(response: ServerResponse, act: (socket: Socket) => void): void {
  if (response.socket) act(response.socket);
  else response.once('socket', act);
}

function cutOff(
  response: ServerResponse,
  answer: PlainResponse,
  cut: NonNullable<Transport['cut']>,
  socket: Socket,
): void {
  if (cut === 'reset') {
    socket.resetAndDestroy();
  } else if (cut === 'close') {
    socket.destroySoon();
  } else {
    const { body = '' } = answer;
    const bytes = typeof body === 'string' ? Buffer.from(body) : body;
    writeHead(response, answer, false);
    response.write(bytes.subarray(0, cut.after), () => socket.destroySoon());
  }
}
