import { TombstoneError } from '../../errors.js';
import type { PlainRequest } from '../../mock/mock.js';
import { isLoopbackAuthority } from '../authority.js';

/**
 * Why a control call is not answered; undefined where it is.
 *
 * A web page the user looks at can make the browser call this machine: straight away, which shows in `Origin`, or under
 * a name of its own that it lets point here ("DNS rebinding"), which shows in `Host`. A caller on another machine can
 * send any `Host` it likes, so its address counts too. The token opens to all of them.
 */
export function refuseControl(
  request: PlainRequest,
  remoteAddress: string | undefined,
  token: string | undefined,
): TombstoneError | undefined {
  const { host = '', origin } = request.headers;
  if (token !== undefined && carriesToken(request, token)) return undefined;
  if (!isLoopbackAuthority(host)) return refused(`It was called as "${host}", which is no loopback name`);
  if (origin !== undefined && !isLoopbackOrigin(origin))
    return refused(`It was called from the web page of "${origin}"`);
  if (!isLoopbackAddress(remoteAddress)) return refused(`It was called from another machine, ${remoteAddress}`);
  return undefined;
}

function refused(seen: string): TombstoneError {
  const advice = 'Call it as localhost or 127.0.0.1, from this machine and from no foreign web page';
  return new TombstoneError(
    'control-refused',
    `${seen}. ${advice}; or start with a token and send "Authorization: Bearer <token>" or "x-tombstone-token: <token>".`,
  );
}

function carriesToken({ headers }: PlainRequest, token: string): boolean {
  const [, bearer] = /^Bearer +(.+)$/i.exec(headers['authorization'] ?? '') ?? [];
  return [bearer, headers['x-tombstone-token']].some((given) => given !== undefined && isSame(given, token));
}

/** Takes the same time whatever differs; hashed first, because the comparison needs equal lengths. */
function isSame(given: string, token: string): boolean {
  // Not imported: every start would wait for it, and few give a token.
  const { createHash, timingSafeEqual } = process.getBuiltinModule('node:crypto');
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(token));
}

function isLoopbackOrigin(origin: string): boolean {
  const [, authority] = /^https?:\/\/([^/]+)$/i.exec(origin) ?? [];
  return authority !== undefined && isLoopbackAuthority(authority);
}

function isLoopbackAddress(address: string | undefined): boolean {
  return address !== undefined && (address === '::1' || /^(?:::ffff:)?127\./i.test(address));
}
