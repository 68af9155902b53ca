import { loadContract } from '../../../../src/contract/loadContract.js';
import { createMock } from '../../../../src/mock/createMock.js';
import type { MockOptions } from '../../../../src/mock/mock.js';
import { listen } from '../../../../src/server/listen.js';
import type { Listener, ListenOptions } from '../../../../src/server/listenOptions.js';

/** The four parcels of the fixtures, by state. */
export const parcel = {
  waiting: '7d1e4c3a-0000-4000-8000-000000000001',
  moving: '7d1e4c3a-0000-4000-8000-000000000002',
  done: '7d1e4c3a-0000-4000-8000-000000000003',
  lost: '7d1e4c3a-0000-4000-8000-000000000004',
} as const;

/** A depot of the fixtures. */
export const depot = '1f0c7a52-54a5-4b47-9a3e-0d2c54a4f001';

const contract = await loadContract('test/fixtures/contracts/parcels');

/** Serves the parcels contract on a free port. */
export function serveParcels(options: ListenOptions & MockOptions = {}): Promise<Listener> {
  return listen(createMock([contract], options), { port: 0, ...options });
}
