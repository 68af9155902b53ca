import type { Contract, LinkedScheme } from '../../engine/contract.js';
import { type BuiltRequest, buildRequest } from '../../request/buildRequest.js';
import { signRequest } from '../../request/signRequest.js';
import type { FailureRequest } from './failureCase.js';
import { spoiltCredential } from './failureCredential.js';

/**
 * Writes a request that is to be refused.
 *
 * @param host what `Host` says; some schemes sign it
 * @param now wall time in milliseconds
 */
export function failureRequest(contract: Contract, sends: FailureRequest, host: string, now: number): BuiltRequest {
  const request = unsigned(contract, sends, host);
  const { credential, operation } = sends;
  if (!credential) return signRequest(contract, operation, request, now);
  if (credential.cause === 'none') return request;
  const schemes = contract.operations.get(operation)?.security.find(isWith(credential.scheme)) ?? [];
  const headers = schemes.map((scheme) => {
    if (scheme.name === credential.scheme) return spoiltCredential(scheme, credential.cause, request, now) ?? {};
    const [first] = Object.entries(scheme.keys).map(([accessKey, { secret }]) => ({ accessKey, secret }));
    return first ? scheme.authenticator.sign(request, first, now) : {};
  });
  const added = headers.flatMap((one) => Object.entries(one).map(([name, value]) => [name.toLowerCase(), value]));
  return { ...request, headers: { ...request.headers, ...Object.fromEntries(added) } };
}

function isWith(name: string): (schemes: readonly LinkedScheme[]) => boolean {
  return (schemes) => schemes.some((scheme) => scheme.name === name);
}

function unsigned({ compiled }: Contract, sends: FailureRequest, host: string): BuiltRequest {
  const built = buildRequest(compiled.document, sends.operation, sends.values);
  const [path = '', query] = built.target.split('?');
  const queries = [query, sends.queryEnd].filter((text) => text !== undefined);
  return {
    method: sends.method ?? built.method,
    target: [path + (sends.pathEnd ?? ''), ...(queries.length > 0 ? [queries.join('&')] : [])].join('?'),
    headers: {
      host,
      ...built.headers,
      ...(sends.mediaType === undefined ? {} : { 'content-type': sends.mediaType }),
    },
    body: sends.body === undefined ? built.body : new TextEncoder().encode(sends.body),
  };
}
