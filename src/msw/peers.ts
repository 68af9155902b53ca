import type * as Data from '@mswjs/data';
import type * as Msw from 'msw';
import { TombstoneError } from '../errors.js';

/** The packages that `tombstone/msw` builds on and that a project installs itself. */
export interface Peers {
  readonly msw: Pick<typeof Msw, 'http'>;
  readonly data: Pick<typeof Data, 'factory' | 'nullable' | 'primaryKey'>;
}

/** Loads them when they are first needed, so that one that is missing can be told of. @throws TombstoneError `peer-missing` */
export async function loadPeers(): Promise<Peers> {
  // One after the other: the second requires the first, and Node 20 cannot require what is still being imported.
  const msw = await import('msw').catch((cause: unknown) => missing('msw', cause));
  const data = await import('@mswjs/data').catch((cause: unknown) => missing('@mswjs/data', cause));
  return { msw, data };
}

/** @throws TombstoneError `peer-missing`, or what went wrong otherwise */
export function missing(name: string, cause: unknown): never {
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined;
  if (code !== 'ERR_MODULE_NOT_FOUND' && code !== 'MODULE_NOT_FOUND') throw cause;
  const message = `${name} is not installed. tombstone/msw needs it, and the rest of tombstone does not: npm install --save-dev msw @mswjs/data`;
  throw new TombstoneError('peer-missing', message, { cause });
}
