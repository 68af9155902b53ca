import { hostPattern } from '../engine/hostPattern.js';
import { TombstoneError } from '../errors.js';

/**
 * Keeps a request from going to the service that is mocked.
 *
 * @param patterns hosts of the real service, such as `mpc.{region}.myhuaweicloud.com`
 * @param who says in the message what is asked instead
 * @throws TombstoneError `real-service`
 */
export function refuseRealService(host: string, patterns: readonly string[], who = '`request` only asks mocks'): void {
  const isReal = patterns.some((pattern) => hostPattern(pattern).test(host));
  if (!isReal) return;
  throw new TombstoneError('real-service', `${host} is the real service; ${who}. Name the URL of one with --target.`);
}
