import { TombstoneError } from '../../errors.js';
import type { PlainRequest, PlainResponse } from '../../mock/mock.js';
import type { ControlHandler, Controlled, ControlRoute, OpenStream } from './call.js';
import { refuseControl } from './guard.js';
import { jsonBody } from './jsonBody.js';
import { problem } from './problem.js';
import { readQuery } from './query.js';
import { findRoute } from './routes.js';

const prefix = '/_tombstone';

/** An answer; one that takes a moment, and never fails; or one that goes on. */
export type ControlAnswer = PlainResponse | Promise<PlainResponse> | OpenStream;

/** The control interface of one listener. */
export interface Control {
  /** The refusal, where the caller may not use it; comes before `answer`. */
  readonly guard: (request: PlainRequest, remoteAddress: string | undefined) => PlainResponse | undefined;
  readonly answer: (request: PlainRequest) => ControlAnswer;
}

/** Is this target (origin form) one of the control interface? */
export function isControl(target: string): boolean {
  if (!target.startsWith(prefix)) return false;
  const next = target[prefix.length];
  return next === undefined || next === '/' || next === '?';
}

export function createControl(controlled: Controlled, token: string | undefined): Control {
  return {
    guard: (request, remoteAddress) => {
      const refusal = refuseControl(request, remoteAddress, token);
      return refusal && problem(refusal);
    },
    answer: (request) => {
      try {
        return answer(controlled, request);
      } catch (error) {
        return problem(error);
      }
    },
  };
}

function answer(controlled: Controlled, request: PlainRequest): ControlAnswer {
  const [path = '', ...rest] = request.target.slice(prefix.length).split('?');
  const { route, names } = findRoute(path);
  const handler = handlerOf(route, request.method);
  if (handler === undefined) return wrongMethod(route, request.method);

  const query = readQuery(route, rest.join('?'));
  const { headers } = request;
  const result = handler({ ...controlled, names, query, headers, body: () => jsonBody(request) });
  const status = request.method === 'POST' && route.creates ? 201 : 200;
  if (typeof result === 'function') return result as OpenStream;
  if (result instanceof Promise) return result.then((value) => json(status, value), problem);
  return json(status, result);
}

function json(status: number, value: unknown): PlainResponse {
  if (value === undefined) return { status: 204, headers: { 'Cache-Control': 'no-store' } };
  const headers = { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' };
  return { status, headers, body: JSON.stringify(value) };
}

function handlerOf({ methods }: ControlRoute, method: string): ControlHandler | undefined {
  const name = method === 'HEAD' ? 'GET' : method;
  return Object.entries(methods).find(([known]) => known === name)?.[1];
}

function wrongMethod({ path, methods }: ControlRoute, method: string): PlainResponse {
  const allowed = Object.keys(methods)
    .flatMap((name) => (name === 'GET' ? ['GET', 'HEAD'] : [name]))
    .join(', ');
  const message = `${prefix}${path} does not take ${method}; it takes ${allowed}.`;
  return problem(new TombstoneError('wrong-method', message), { Allow: allowed });
}
