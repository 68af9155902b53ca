import type { Contract } from '../engine/contract.js';
import type { BuiltRequest } from './buildRequest.js';

/** What signs: the key and secret of a pair, or a single value as `accessKey`. */
export interface Credentials {
  readonly accessKey: string;
  readonly secret: string;
}

/**
 * Adds the credentials an operation asks for: those of its first security alternative, with the mock's own first key
 * where none are given. `now` is wall time in milliseconds. A request that needs none comes back as it is.
 */
export function signRequest(
  contract: Contract,
  operationId: string,
  request: BuiltRequest,
  now: number,
  credentials?: Credentials,
): BuiltRequest {
  const schemes = contract.operations.get(operationId)?.security[0] ?? [];
  return schemes.reduce((signed, { authenticator, keys }) => {
    const [first] = Object.entries(keys).map(([accessKey, { secret }]) => ({ accessKey, secret }));
    const used = credentials ?? first;
    if (!used) return signed;
    const added = Object.entries(authenticator.sign(signed, used, now)).map(([name, value]) => [
      name.toLowerCase(),
      value,
    ]);
    return { ...signed, headers: { ...signed.headers, ...Object.fromEntries(added) } };
  }, request);
}
