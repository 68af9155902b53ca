import type { PlainResponse } from './mock.js';

/**
 * An answer as a standard `Response`, with what a fault does to it: it comes late, its body breaks off, or there is
 * none, and the promise is rejected as that of `fetch` is.
 *
 * @throws TypeError `fetch failed`, with the reason as its cause; or the reason of the request's signal
 */
export async function standardResponse(
  answer: PlainResponse,
  request: { readonly method: string; readonly signal?: AbortSignal },
): Promise<Response> {
  const { status, headers, body, transport: { delay = 0, cut } = {} } = answer;
  if (delay > 0) await wait(delay, request.signal);
  if (cut === 'reset') throw new TypeError('fetch failed', { cause: failure('read ECONNRESET', 'ECONNRESET') });
  if (cut === 'close') throw new TypeError('fetch failed', { cause: otherSideClosed() });
  if (request.method === 'HEAD' || body === undefined) return new Response(null, { status, headers });
  if (cut === undefined) return new Response(body as BodyInit, { status, headers });
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  const length = { 'Content-Length': String(bytes.length) };
  return new Response(brokenOff(bytes.slice(0, cut.after)), { status, headers: { ...headers, ...length } });
}

function brokenOff(sent: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array<ArrayBuffer>> {
  let started = false;
  return new ReadableStream({
    pull(controller) {
      if (started || sent.length === 0) controller.error(new TypeError('terminated', { cause: otherSideClosed() }));
      else controller.enqueue(sent);
      started = true;
    },
  });
}

function wait(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const abort = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', abort);
      resolve();
    }, milliseconds);
    if (signal?.aborted) abort();
    else signal?.addEventListener('abort', abort, { once: true });
  });
}

/** The codes are those that node's own fetch gives. */
function otherSideClosed(): Error {
  return failure('other side closed', 'UND_ERR_SOCKET');
}

function failure(message: string, code: string): Error {
  return Object.assign(new Error(message), { code });
}
