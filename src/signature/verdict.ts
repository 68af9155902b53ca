import type { Verdict } from '../engine/functions.js';
import type { FailureCause, KeyPair } from '../language/lifecycle.js';

/** The verdict on a credential that holds. */
export function accepted(pair: KeyPair): Verdict {
  return pair.partition === undefined ? { ok: true } : { ok: true, partition: pair.partition };
}

/** The verdict on one that does not: the provider's own words, and ours for the developer. */
export function refused(cause: FailureCause, detail: string, explanation: string): Verdict {
  return { ok: false, cause, detail, explanation };
}

/** Explains an unknown access key. The key itself is not repeated: what stands there may be a secret put in the wrong place. */
export function knownKeys(keys: Readonly<Record<string, KeyPair>>): string {
  const names = Object.keys(keys);
  return `The access key is not known here. ${names.length === 0 ? 'None is.' : `Known: ${names.join(', ')}.`}`;
}
