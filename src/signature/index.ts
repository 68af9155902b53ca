import type { Authenticator } from '../engine/functions.js';
import { createApiGatewaySignatureV2 } from './apiGatewaySignatureV2.js';
import { type Digest, portableDigest } from './digest.js';
import { createSdkHmacSha256 } from './sdkHmacSha256.js';

export { apiGatewaySignatureV2 } from './apiGatewaySignatureV2.js';
export { type Digest, portableDigest } from './digest.js';
export { sdkHmacSha256 } from './sdkHmacSha256.js';

/** The authenticators a contract can name with `call`, over the digest given. */
export function createAuthenticators(digest: Digest): Readonly<Record<string, Authenticator>> {
  return {
    sdkHmacSha256: createSdkHmacSha256(digest),
    apiGatewaySignatureV2: createApiGatewaySignatureV2(digest),
  };
}

/** The same over the portable digest. */
export const authenticators: Readonly<Record<string, Authenticator>> = createAuthenticators(portableDigest);
