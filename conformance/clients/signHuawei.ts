import { sdkHmacSha256 } from '../../src/signature/index.js';
import type { ClientDescription } from './clientKit.js';

const bytes = new TextEncoder();

/** `SDK-HMAC-SHA256` with access key and secret where they are there, else a token. */
export const signHuawei: ClientDescription['sign'] = (request, url, credentials) => {
  const { AkSk: pair, Token: token } = credentials;
  if (!pair || !('accessKey' in pair)) {
    if (!token || !('value' in token)) return request;
    return { ...request, headers: { ...request.headers, [token.header.toLowerCase()]: token.value } };
  }
  const { method, headers, body } = request;
  const plain = {
    method,
    target: url.pathname + url.search,
    headers: { ...headers, host: url.host },
    body: bytes.encode(typeof body === 'string' ? body : ''),
  };
  const added = sdkHmacSha256.sign(plain, pair, Date.now());
  return { ...request, headers: { ...headers, ...added } };
};
