import type { PlainRequest, PlainResponse } from './mock.js';
import { requestHead } from './requestHead.js';
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
    const body = request.body === null ? undefined : new Uint8Array(await request.arrayBuffer());
    const plain = requestHead(request.method, new URL(request.url), request.headers);
    return standardResponse(answer(body && body.byteLength > 0 ? { ...plain, body } : plain), request);
  };
}

function withoutBody({ method, target, headers }: PlainRequest): PlainRequest {
  return { method, target, headers, tooLarge: true };
}
