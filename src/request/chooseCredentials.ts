import type { LinkedOperation, LinkedScheme } from '../engine/contract.js';
import { TombstoneError } from '../errors.js';
import type { Lifecycle } from '../language/lifecycle.js';
import { type Credential, firstCredential } from './firstCredential.js';

/** A credential with the scheme it is for. */
export interface ChosenCredential extends Credential {
  readonly scheme: LinkedScheme;
}

/**
 * The credentials a request is sent with: the mock's own first ones where none are given; otherwise `accessKey:secret`
 * for a scheme that signs, `key` for one that takes a plain value, or `none`.
 *
 * @throws TombstoneError `bad-usage` where the operation has no scheme of the kind given
 */
export function chooseCredentials(
  { id, security }: LinkedOperation,
  { auth }: Lifecycle,
  given: string | undefined,
): readonly ChosenCredential[] {
  if (given === 'none' || security.length === 0) return [];
  if (given === undefined) return (security[0] ?? []).flatMap(withDefault);
  const colon = given.indexOf(':');
  const signs = ({ name }: LinkedScheme) => 'call' in (auth[name] ?? {});
  const scheme = security.flat().find((one) => signs(one) === colon > 0);
  if (!scheme) {
    const kinds = security.flat().map((one) => `${signs(one) ? 'accessKey:secret' : 'a key'} (${one.name})`);
    throw new TombstoneError('bad-usage', `${id} takes ${kinds.join(' or ')} as --credentials, or none.`);
  }
  const accessKey = colon > 0 ? given.slice(0, colon) : given;
  const partition = scheme.keys[accessKey]?.partition;
  const secret = colon > 0 ? given.slice(colon + 1) : '';
  return [{ scheme, accessKey, secret, ...(partition === undefined ? {} : { partition }) }];
}

function withDefault(scheme: LinkedScheme): ChosenCredential[] {
  const first = firstCredential(scheme);
  return first ? [{ scheme, ...first }] : [];
}
