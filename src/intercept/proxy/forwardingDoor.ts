import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { isControl } from '../../server/control/control.js';
import { sendResponse } from '../../server/sendResponse.js';
import { controlRefusal, type Door } from './door.js';

/** Opens a sandbox that listens elsewhere on this machine: what is sent goes on as it is, and so does what comes of it. */
export function openForwardingDoor(origin: string): Door {
  const { hostname, port } = new URL(origin);
  const open = new Set<Socket>();
  const server = createServer({ joinDuplicateHeaders: true });
  server.on('request', (message, response) => forward(message, response, false));
  server.on('checkContinue', (message, response) => forward(message, response, true));

  function forward(message: IncomingMessage, response: ServerResponse, awaitsContinue: boolean): void {
    const { method, url = '/', rawHeaders } = message;
    const target = url.replace(/^https?:\/\/[^/?#]+/i, '') || '/';
    if (isControl(target)) {
      message.resume();
      sendResponse(response, controlRefusal, false);
      return;
    }
    if (awaitsContinue) response.writeContinue();
    const { socket } = message;
    const onward = request({
      host: hostname,
      port,
      path: target,
      headers: rawHeaders,
      agent: false,
      ...(method && { method }),
    });
    // An answer that a fault cut off is cut off here, too.
    const cut = () => socket.resetAndDestroy();
    onward.once('error', cut);
    onward.once('response', (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.statusMessage, endToEnd(answer.rawHeaders));
      answer.once('error', () => socket.destroySoon());
      answer.pipe(response);
    });
    response.once('close', () => onward.destroy());
    message.pipe(onward);
  }

  return {
    connection(socket) {
      open.add(socket);
      socket.once('close', () => open.delete(socket));
      server.emit('connection', socket);
    },
    request: (message, response, awaitsContinue) =>
      server.emit(awaitsContinue ? 'checkContinue' : 'request', message, response),
    async stop() {
      for (const socket of open) socket.destroySoon();
    },
  };
}

/** Whether the connection stays open is settled between each two, and not for both. */
function endToEnd(rawHeaders: readonly string[]): string[] {
  return rawHeaders.flatMap((name, index) =>
    index % 2 === 0 && !/^(?:connection|keep-alive)$/i.test(name) ? [name, rawHeaders[index + 1] ?? ''] : [],
  );
}
