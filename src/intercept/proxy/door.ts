import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { TombstoneError } from '../../errors.js';
import type { Mock } from '../../mock/mock.js';
import { answerWith, createAnsweringServer } from '../../server/answeringServer.js';
import type { Control } from '../../server/control/control.js';
import { problem } from '../../server/control/problem.js';
import { stop } from '../../server/stop.js';

/** Where connections and requests for one sandbox go in. */
export interface Door {
  /** Takes a connection that speaks HTTP from its next byte on. */
  connection(socket: Socket): void;
  /** Takes one request of a connection that is somebody else's. */
  request(message: IncomingMessage, response: ServerResponse, awaitsContinue: boolean): void;
  stop(grace: number): Promise<void>;
}

/** Opens a sandbox to what a proxy takes in: the same answers as on a port, and no control interface. */
export function openDoor(mock: Mock): Door {
  // No time limits: what waits here is a program that somebody may be looking at in a debugger.
  const answering = createAnsweringServer({ headers: 0, request: 0 });
  answerWith(answering, mock, noControl);
  const { server, connections } = answering;
  return {
    connection: (socket) => server.emit('connection', socket),
    request: (message, response, awaitsContinue) =>
      server.emit(awaitsContinue ? 'checkContinue' : 'request', message, response),
    stop: (grace) => stop(server, connections, grace),
  };
}

/** Through a proxy nobody is known to be of this machine. */
const controlRefusal = problem(
  new TombstoneError(
    'control-refused',
    'The control interface is not reached through a proxy. Call it where the mock listens, by a loopback name.',
  ),
);
const noControl: Control = { guard: () => controlRefusal, answer: () => controlRefusal };
