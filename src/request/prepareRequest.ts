import type { Contract } from '../engine/contract.js';
import type { Answered } from '../report/answerText.js';
import { findRuleOfHeader } from '../report/rulesOf.js';
import { parseArgument } from './argument.js';
import { type BuiltRequest, buildRequest } from './buildRequest.js';
import { chooseCredentials } from './chooseCredentials.js';
import { curlLine } from './curlLine.js';
import { refuseRealService } from './realService.js';
import { requestValues } from './requestValues.js';
import { signWith } from './signWith.js';

/** A request ready to be sent. */
export interface PreparedRequest {
  readonly request: BuiltRequest;
  /** The same as a command line. */
  readonly curl: string;
  /** Does its signature go out of date? */
  readonly expires: boolean;
  /** Puts it together with its answer. */
  readonly answered: (response: ReceivedAnswer) => Answered;
}

/** An answer, as whoever sent the request received it. */
export interface ReceivedAnswer {
  readonly status: number;
  readonly reason: string;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/**
 * Makes a request of an operation out of what somebody typed, and signs it.
 *
 * @param written `name=value` or `name:=json`
 * @param options.credentials see `chooseCredentials`
 * @param options.now wall time in milliseconds
 * @throws TombstoneError `unknown-operation`, `bad-usage`, `real-service`
 */
export function prepareRequest(
  contract: Contract,
  operationId: string,
  written: readonly string[],
  to: URL,
  { credentials: given, now }: { readonly credentials?: string; readonly now: number },
): PreparedRequest {
  const { compiled, operations, hosts, defaultPartition } = contract;
  refuseRealService(to.hostname, hosts);
  const operation = operations.get(operationId);
  const credentials = operation ? chooseCredentials(operation, compiled.lifecycle, given) : [];
  const partition = credentials.find((one) => one.partition !== undefined)?.partition ?? defaultPartition;
  const values = requestValues(compiled, operationId, written.map(parseArgument), partition);
  const built = buildRequest(compiled.document, operationId, values);
  const request = signWith(credentials, { ...built, headers: { host: to.host, ...built.headers } }, now);
  const url = to.origin + request.target;
  return {
    request,
    curl: curlLine({ method: request.method, url, headers: request.headers, ...curlBody(request, values.body) }),
    expires: credentials.some(({ secret }) => secret !== ''),
    answered({ status, reason, headers, body }) {
      const rule = headers['x-tombstone-rule'];
      const explained = rule === undefined ? undefined : findRuleOfHeader(compiled, rule);
      return {
        method: request.method,
        url,
        signedWith: credentials.map(({ scheme, accessKey }) => `${scheme.name} ${accessKey}`),
        status,
        reason,
        headers,
        body: new TextDecoder().decode(body),
        ...(rule === undefined ? {} : { rule }),
        ...(explained === undefined ? {} : { explained }),
      };
    },
  };
}

function curlBody({ headers, body }: BuiltRequest, value: unknown): { form?: Record<string, unknown>; body?: string } {
  if (body.byteLength === 0) return {};
  if (headers['content-type']?.startsWith('multipart/form-data')) return { form: value as Record<string, unknown> };
  return { body: new TextDecoder().decode(body) };
}
