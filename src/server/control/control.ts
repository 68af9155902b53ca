import { TombstoneError } from '../../errors.js';
import type { Mock, PlainRequest, PlainResponse } from '../../mock/mock.js';
import type { ControlHandler, ControlRoute } from './call.js';
import { refuseControl } from './guard.js';
import { jsonBody } from './jsonBody.js';
import { problem } from './problem.js';
import { readQuery } from './query.js';
import { findRoute } from './routes.js';

const prefix = '/_tombstone';

/** The control interface of one listener. */
export interface Control {
  /** The refusal, where the caller may not use it; comes before `answer`. */
  readonly guard: (request: PlainRequest, remoteAddress: string | undefined) => PlainResponse | undefined;
  readonly answer: (request: PlainRequest) => PlainResponse;
}

/** Is this target (origin form) one of the control interface? */
export function isControl(target: string): boolean {
  if (!target.startsWith(prefix)) return false;
  const next = target[prefix.length];
  return next === undefined || next === '/' || next === '?';
}

export function createControl(mock: Mock, url: string, token: string | undefined): Control {
  return {
    guard: (request, remoteAddress) => {
      const refusal = refuseControl(request, remoteAddress, token);
      return refusal && problem(refusal);
    },
    answer: (request) => {
      try {
        return answer(mock, url, request);
      } catch (error) {
        return problem(error);
      }
    },
  };
}

function answer(mock: Mock, url: string, request: PlainRequest): PlainResponse {
  const [path = '', ...rest] = request.target.slice(prefix.length).split('?');
  const { route, names } = findRoute(path);
  const handler = handlerOf(route, request.method);
  if (handler === undefined) return wrongMethod(route, request.method);

  const query = readQuery(route, rest.join('?'));
  const result = handler({ mock, url, names, query, body: () => jsonBody(request) });
  if (result === undefined) return { status: 204, headers: { 'Cache-Control': 'no-store' } };
  const headers = { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' };
  return { status: 200, headers, body: JSON.stringify(result) };
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
