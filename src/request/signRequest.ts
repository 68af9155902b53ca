import type { Contract } from '../engine/contract.js';
import type { BuiltRequest } from './buildRequest.js';
import { type Credential, firstCredential } from './firstCredential.js';
import { signWith } from './signWith.js';

/**
 * Adds the credentials an operation asks for: those of its first security alternative, with the mock's own first key
 * where none are given. `now` is wall time in milliseconds. A request that needs none comes back as it is.
 */
export function signRequest(
  contract: Contract,
  operationId: string,
  request: BuiltRequest,
  now: number,
  credential?: Credential,
): BuiltRequest {
  const schemes = contract.operations.get(operationId)?.security[0] ?? [];
  const chosen = schemes.flatMap((scheme) => {
    const used = credential ?? firstCredential(scheme);
    return used ? [{ scheme, ...used }] : [];
  });
  return signWith(chosen, request, now);
}
