import type { LinkedScheme } from '../../engine/contract.js';
import type { FailureCause } from '../../language/lifecycle.js';
import type { BuiltRequest } from '../../request/buildRequest.js';

type Headers = Readonly<Record<string, string>>;

const day = 24 * 60 * 60 * 1000;
const noSuchKey = 'TOMBSTONENOSUCHKEY';

/**
 * The headers of a credential that its scheme refuses for this cause; undefined where the scheme knows no such cause or
 * nothing we try brings it about. `now` is wall time in milliseconds.
 */
export function spoiltCredential(
  { authenticator, keys }: LinkedScheme,
  cause: FailureCause,
  request: BuiltRequest,
  now: number,
): Headers | undefined {
  if (cause === 'none') return {};
  const [accessKey = '', pair] = Object.entries(keys)[0] ?? [];
  const secret = pair?.secret ?? '';
  const sign = (credentials: { readonly accessKey: string; readonly secret: string }, at = now): Headers =>
    lowerCase(authenticator.sign(request, credentials, at));
  const attempts: Readonly<Record<Exclude<FailureCause, 'none'>, () => readonly Headers[]>> = {
    key: () => [sign({ accessKey: noSuchKey, secret })],
    signature: () => [sign({ accessKey, secret: `${secret}-of-somebody-else` })],
    expired: () => [sign({ accessKey, secret }, now - day)],
    malformed: () => garbled(sign({ accessKey, secret })),
    unsupported: () => garbled(sign({ accessKey, secret })),
    partition: () => [],
  };
  return attempts[cause]().find((headers) => {
    const spoilt = { ...request, headers: { ...request.headers, ...headers } };
    const verdict = authenticator.verify(spoilt, keys, now);
    return authenticator.present(spoilt) && !verdict.ok && verdict.cause === cause;
  });
}

/** The credential with one header after the other written wrong: nonsense, its first word alone, another algorithm. */
function garbled(headers: Headers): readonly Headers[] {
  return Object.entries(headers).flatMap(([name, value]) =>
    ['nonsense', value.replace(/\s.*$/, ' nonsense'), value.replace(/\d+(?=\s)/, '0')].map((text) => ({
      ...headers,
      [name]: text,
    })),
  );
}

function lowerCase(headers: Headers): Headers {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
