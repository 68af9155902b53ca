import type { ReportedExchange } from '../../conformance/result.js';
import { createRedaction } from '../../mock/redact.js';
import { type BuiltRequest, buildRequest, type RequestValues } from '../../request/buildRequest.js';
import type { ReceivedAnswer } from '../../request/prepareRequest.js';
import { signRequest } from '../../request/signRequest.js';
import type { Service } from '../service.js';

/** A request with its answer. */
export interface Called {
  readonly operation?: string;
  readonly request: BuiltRequest;
  readonly answer: ReceivedAnswer;
  /** The body's JSON; undefined where it is none. */
  readonly body: unknown;
}

/** Sends an operation's request, signed with the caller's credentials. @throws TombstoneError `no-answer` */
export async function call(service: Service, operation: string, values: RequestValues): Promise<Called> {
  const { contract, target, now } = service;
  const built = buildRequest(contract.compiled.document, operation, values);
  const request = { ...built, headers: { host: target.host, ...built.headers } };
  return callAsBuilt(service, signRequest(contract, operation, request, now()), operation);
}

/** Sends a request as it is. @throws TombstoneError `no-answer` */
export async function callAsBuilt(service: Service, request: BuiltRequest, operation?: string): Promise<Called> {
  const answer = await service.send(service.target, request);
  return { ...(operation === undefined ? {} : { operation }), request, answer, body: jsonOf(answer.body) };
}

/** Was it done? */
export function isDone({ answer }: Called): boolean {
  return answer.status >= 200 && answer.status < 300;
}

/** An exchange as a report shows it: without credentials, and without bodies nobody would read. */
export function reported(
  { contract, now }: Service,
  began: number,
  { operation, request, answer }: Called,
): ReportedExchange {
  const named = Object.values(contract.compiled.document.components?.securitySchemes ?? {}).flatMap(
    ({ name }) => name ?? [],
  );
  const redaction = createRedaction(named);
  const rule = answer.headers['x-tombstone-rule'];
  return {
    ms: Math.max(0, now() - began),
    request: {
      method: request.method,
      target: redaction.target(request.target),
      headers: redaction.headers(request.headers),
      ...bodyText(request.body),
    },
    response: { status: answer.status, headers: redaction.headers(answer.headers), ...bodyText(answer.body) },
    ...(operation === undefined ? {} : { operation }),
    ...(rule === undefined ? {} : { rule }),
  };
}

const shown = 4096;

function bodyText(bytes: Uint8Array): { readonly body?: string } {
  if (bytes.byteLength === 0) return {};
  const text = new TextDecoder().decode(bytes.subarray(0, shown));
  return { body: bytes.byteLength > shown ? `${text}… (${bytes.byteLength} bytes)` : text };
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}
