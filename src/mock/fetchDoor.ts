import type { PlainRequest, PlainResponse } from './mock.js';

/** Makes a standard `fetch` out of a plain handler. */
export function createFetch(handle: (request: PlainRequest) => PlainResponse, bodyLimit: number): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const url = new URL(request.url);
    const body = request.body === null ? undefined : new Uint8Array(await request.arrayBuffer());
    const headers: Record<string, string> = { host: url.host };
    for (const [name, value] of request.headers) headers[name] = value;
    const plain = { method: request.method, target: url.pathname + url.search, headers };
    if (body && body.byteLength > bodyLimit) return respond(request.method, handle({ ...plain, tooLarge: true }));
    return respond(request.method, handle(body && body.byteLength > 0 ? { ...plain, body } : plain));
  };
}

function respond(method: string, { status, headers, body }: PlainResponse): Response {
  const content = method === 'HEAD' || body === undefined ? null : (body as BodyInit);
  return new Response(content, { status, headers });
}
