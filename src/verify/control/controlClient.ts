import { TombstoneError } from '../../errors.js';
import type { Ports } from '../service.js';

/** Calls of the control interface of a mock of ours. */
export interface ControlClient {
  /** @throws TombstoneError `no-control` where it is refused */
  call(method: string, path: string, body?: unknown): Promise<unknown>;
}

/** Speaks to the control interface at an origin. */
export function controlClient({ send }: Ports, origin: URL): ControlClient {
  return {
    async call(method, path, body) {
      const json = body === undefined ? {} : { 'content-type': 'application/json' };
      const answer = await send(origin, {
        method,
        target: `/_tombstone${path}`,
        headers: { host: origin.host, ...json },
        body: new TextEncoder().encode(body === undefined ? '' : JSON.stringify(body)),
      });
      const text = new TextDecoder().decode(answer.body);
      if (answer.status >= 400)
        throw new TombstoneError(
          'no-control',
          `${method} ${origin.origin}/_tombstone${path} was answered ${answer.status}: ${detailOf(text)}`,
        );
      return text === '' ? undefined : JSON.parse(text);
    },
  };
}

function detailOf(text: string): string {
  try {
    const { detail } = JSON.parse(text) as { readonly detail?: unknown };
    return typeof detail === 'string' ? detail : text;
  } catch {
    return text.slice(0, 160);
  }
}

/** Is the server a mock of ours? Gives its version. @throws TombstoneError `no-answer` */
export async function versionOfOurs({ send }: Ports, origin: URL): Promise<string | undefined> {
  const target = '/_tombstone/health';
  const { status, body } = await send(origin, {
    method: 'GET',
    target,
    headers: { host: origin.host },
    body: new Uint8Array(),
  });
  if (status !== 200) return undefined;
  try {
    const health = JSON.parse(new TextDecoder().decode(body)) as {
      readonly status?: unknown;
      readonly version?: unknown;
    } | null;
    return health?.status === 'ok' && typeof health.version === 'string' ? health.version : undefined;
  } catch {
    return undefined;
  }
}
