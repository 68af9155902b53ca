import type { PlainRequest, PlainResponse } from './mock.js';
import { simpleCall } from './simpleCall.js';
import { standardResponse } from './standardResponse.js';

/** Makes a standard `fetch` out of a plain handler. */
export function createFetch(handle: (request: PlainRequest) => PlainResponse, bodyLimit: number): typeof fetch {
  const answer = (plain: PlainRequest) =>
    handle(plain.body && plain.body.byteLength > bodyLimit ? withoutBody(plain) : plain);
  return async (input, init) => {
    const simple = simpleCall(input, init);
    if (simple) return standardResponse(answer(simple), simple);
    const request = new Request(input, init);
    request.signal.throwIfAborted();
    const url = new URL(request.url);
    const body = request.body === null ? undefined : new Uint8Array(await request.arrayBuffer());
    const headers: Record<string, string> = { host: url.host };
    for (const [name, value] of request.headers) headers[name] = value;
    const plain = { method: request.method, target: url.pathname + url.search, headers };
    return standardResponse(answer(body && body.byteLength > 0 ? { ...plain, body } : plain), request);
  };
}

function withoutBody({ method, target, headers }: PlainRequest): PlainRequest {
  return { method, target, headers, tooLarge: true };
}
