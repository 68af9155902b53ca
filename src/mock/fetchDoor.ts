import type { PlainRequest, PlainResponse } from './mock.js';
import { standardResponse } from './standardResponse.js';

/** Makes a standard `fetch` out of a plain handler. */
export function createFetch(handle: (request: PlainRequest) => PlainResponse, bodyLimit: number): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    request.signal.throwIfAborted();
    const url = new URL(request.url);
    const body = request.body === null ? undefined : new Uint8Array(await request.arrayBuffer());
    const headers: Record<string, string> = { host: url.host };
    for (const [name, value] of request.headers) headers[name] = value;
    const plain = { method: request.method, target: url.pathname + url.search, headers };
    if (body && body.byteLength > bodyLimit) return standardResponse(handle({ ...plain, tooLarge: true }), request);
    return standardResponse(handle(body && body.byteLength > 0 ? { ...plain, body } : plain), request);
  };
}
