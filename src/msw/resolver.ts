import { TombstoneError } from '../errors.js';
import { createFetch } from '../mock/fetchDoor.js';
import type { Exchange, Mock, PlainRequest, PlainResponse } from '../mock/mock.js';
import type { Addresses } from './addresses.js';

/** What becomes of a request that no operation of the provider answers. */
export type UnknownRequest = 'fail' | 'answer';

/** A request that no operation answers. */
export interface Unanswered {
  readonly request: string;
  readonly error: TombstoneError;
}

/**
 * Whether a request to the provider's URLs is for this sandbox of it; where not, the next handler is asked. An error of
 * it rejects the request.
 */
export type IsMeant = () => boolean;

/** Answers what reaches the provider's hosts, as msw asks for it. */
export type Resolver = (given: { readonly request: Request }) => Promise<Response | undefined>;

interface ResolverOptions {
  readonly unknownRequest: UnknownRequest;
  readonly isMeant: IsMeant;
  /** Is told of every request that no operation answers. */
  readonly note: (unanswered: Unanswered) => void;
}

/** Makes what answers the requests of a handler. */
export function createResolver(
  mock: Pick<Mock, 'handle' | 'journal' | 'bodyLimit'>,
  addresses: Addresses,
  { unknownRequest, isMeant, note }: ResolverOptions,
): Resolver {
  return async ({ request }) => {
    const url = new URL(request.url);
    const handle = (plain: PlainRequest): PlainResponse => {
      const { response, exchange } = handleNoted(mock, { ...plain, target: addresses.target(url) });
      if (unknownRequest === 'answer' || exchange?.operation !== undefined || exchange?.fault) return response;
      const error = unexpected(request, exchange);
      note({ request: `${request.method} ${request.url}`, error });
      throw error;
    };
    try {
      return isMeant() ? await createFetch(handle, mock.bodyLimit)(request) : undefined;
    } catch (error) {
      if (error instanceof TombstoneError) throw asConnectionError(error);
      return networkError(error);
    }
  };
}

function handleNoted(
  mock: Pick<Mock, 'handle' | 'journal'>,
  request: PlainRequest,
): { response: PlainResponse; exchange: Exchange | undefined } {
  let exchange: Exchange | undefined;
  const end = mock.journal.subscribe((recorded) => {
    exchange = recorded;
  });
  try {
    return { response: mock.handle(request), exchange };
  } finally {
    end();
  }
}

function unexpected({ method, url }: Request, exchange: Exchange | undefined): TombstoneError {
  const why = exchange?.explanation ?? 'No operation of the contract has this method and path.';
  const message = `${method} ${url} went to a host that is mocked, and no operation answers it; it was not sent to the network. ${why}`;
  return new TombstoneError('unexpected-request', message);
}

/** msw hands on as it is only what looks like an error of a connection; of any other it makes a 500. */
function asConnectionError(error: TombstoneError): TombstoneError {
  return Object.assign(error, { errno: 0 });
}

/**
 * A connection that broke, in the form msw knows: a fetch is then rejected with this response as its cause, so that it
 * carries what the cause of a real one carries.
 */
function networkError(error: unknown): Response {
  const cause: unknown = error instanceof Error && error.cause !== undefined ? error.cause : error;
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? { code: cause.code } : {};
  const message = cause instanceof Error ? cause.message : String(cause);
  return Object.assign(Response.error(), { message, ...code });
}
