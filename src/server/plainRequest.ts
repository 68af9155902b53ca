import type { IncomingMessage } from 'node:http';
import type { PlainRequest } from '../mock/mock.js';

type Headers = PlainRequest['headers'];

const slash = 0x2f;
const absoluteForm = /^https?:\/\/([^/?#@]+)([/?#].*)?$/is;

/**
 * A node request without its body, as a sandbox takes it; undefined where its target or `Host` cannot be right. An
 * absolute-form target is reduced to origin form and its authority becomes `host`: RFC 9112, section 3.2.2.
 */
export function plainRequest(message: IncomingMessage): PlainRequest | undefined {
  const method = message.method ?? 'GET';
  const target = message.url ?? '/';
  const headers = joinedHeaders(message);
  if (headers['host']?.includes(',')) return undefined; // two Host fields
  if (target.charCodeAt(0) === slash || target === '*') return { method, target, headers };

  const [, authority, rest = ''] = absoluteForm.exec(target) ?? [];
  if (authority === undefined) return undefined;
  return { method, target: rest.startsWith('/') ? rest : `/${rest}`, headers: { ...headers, host: authority } };
}

/** Node joins repeated fields itself (`joinDuplicateHeaders`), all but this one, which means nothing in a request. */
function joinedHeaders(message: IncomingMessage): Headers {
  const headers = message.headers;
  const setCookie = headers['set-cookie'];
  if (setCookie === undefined) return headers as Headers;
  return { ...(headers as Headers), 'set-cookie': setCookie.join(', ') };
}
