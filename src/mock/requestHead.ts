import type { PlainRequest } from './mock.js';

/** A request without its body, as the handler takes it: `fetch` keeps the host in the address. */
export function requestHead(method: string, { host, pathname, search }: URL, fields: Headers) {
  const headers: Record<string, string> = { host };
  for (const [name, value] of fields) headers[name] = value;
  return { method, target: pathname + search, headers } satisfies PlainRequest;
}
