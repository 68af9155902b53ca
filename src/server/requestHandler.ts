import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Mock, PlainRequest, PlainResponse } from '../mock/mock.js';
import { type Connections, owe } from './connections.js';
import { type Control, type ControlAnswer, isControl } from './control/control.js';
import { problem } from './control/problem.js';
import { plainRequest } from './plainRequest.js';
import { announcesTooMuch, hasBody, readBody } from './readBody.js';
import { sendResponse } from './sendResponse.js';
import { sendThrough } from './sendThrough.js';

/** Answers one node request. `awaitsContinue`: the client holds its body back until it is asked for (RFC 9110, 10.1.1). */
export type RequestHandler = (message: IncomingMessage, response: ServerResponse, awaitsContinue: boolean) => void;

/** Bodies of control calls, which carry whole states. */
const controlBodyLimit = 256 * 1024 * 1024;

const badRequest: PlainResponse = { status: 400, headers: {} };

/** Takes each request to the sandbox or to the control interface, and the answer back. */
export function createRequestHandler(mock: Mock, control: Control, connections: Connections): RequestHandler {
  return handle;

  function handle(message: IncomingMessage, response: ServerResponse, awaitsContinue: boolean): void {
    // Both are nearly always empty, and to look for an object costs more than to see that.
    if (connections.doomed.size > 0 && connections.doomed.has(message.socket)) return;
    // Node gives the next pipelined request before the end of a body; what that body does has to be done first.
    const later = connections.reading.size > 0 ? connections.reading.get(message.socket) : undefined;
    if (later !== undefined) {
      later.push(() => handle(message, response, awaitsContinue));
      return;
    }
    const request = plainRequest(message);
    if (request === undefined) {
      drain(message);
      send(response, badRequest);
      return;
    }
    const forControl = isControl(request.target);
    const refusal = forControl ? control.guard(request, message.socket.remoteAddress) : undefined;
    if (refusal !== undefined) {
      drain(message);
      send(response, refusal);
    } else if (hasBody(request.headers)) {
      answerWithBody(message, response, request, forControl, awaitsContinue);
    } else {
      answer(response, request, forControl);
    }
  }

  function answerWithBody(
    message: IncomingMessage,
    response: ServerResponse,
    request: PlainRequest,
    forControl: boolean,
    awaitsContinue: boolean,
  ): void {
    const limit = forControl ? controlBodyLimit : mock.bodyLimit;
    if (announcesTooMuch(request.headers, limit)) {
      drain(message);
      answer(response, { ...request, tooLarge: true }, forControl);
      return;
    }
    // Where it is not called, node ends the connection with the answer: the body may or may not follow.
    if (awaitsContinue) response.writeContinue();
    const later: (() => void)[] = [];
    connections.reading.set(message.socket, later);
    readBody(message, limit, (body) => {
      connections.reading.delete(message.socket);
      if (body === undefined) drain(message);
      const whole: PlainRequest = body === undefined ? { ...request, tooLarge: true } : { ...request, body };
      answer(response, whole, forControl);
      if (!connections.stopping) for (const next of later) next();
    });
  }

  function answer(response: ServerResponse, request: PlainRequest, forControl: boolean): void {
    try {
      deliver(response, forControl ? control.answer(request) : mock.handle(request));
    } catch (error) {
      send(response, problem(error));
    }
  }

  function deliver(response: ServerResponse, answered: ControlAnswer): void {
    if (typeof answered === 'function') {
      answered(response, connections);
    } else if (answered instanceof Promise) {
      const settle = owe(connections, response);
      void answered.then((plain) => {
        settle();
        send(response, plain);
      });
    } else {
      send(response, answered);
    }
  }

  function send(response: ServerResponse, plain: PlainResponse): void {
    if (plain.transport) sendThrough(response, plain, plain.transport, connections);
    else sendResponse(response, plain, connections.stopping);
  }

  /** The answer does not wait for the body: node reads on and throws away what still comes of it. */
  function drain(message: IncomingMessage): void {
    connections.draining.add(message.socket);
    message.once('end', () => connections.draining.delete(message.socket));
  }
}
