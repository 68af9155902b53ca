import type { LinkedScheme } from '../engine/contract.js';

/** What a scheme signs with: the key and secret of a pair, or a single value as `accessKey`. */
export interface Credential {
  readonly accessKey: string;
  readonly secret: string;
  /** The project it belongs to. */
  readonly partition?: string;
}

/** The mock's own credential for a scheme, which is the first its contract lists. */
export function firstCredential({ keys }: LinkedScheme): Credential | undefined {
  const first = Object.entries(keys)[0];
  return first && { accessKey: first[0], ...first[1] };
}
