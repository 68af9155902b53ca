import { replyMediaType, responseOf } from '../language/findExample.js';
import type { Reply, Value } from '../language/lifecycle.js';
import type { ExampleObject, MediaTypeObject, OperationObject } from '../language/openapi.js';
import { resolveRef } from '../language/resolveRef.js';
import type { Answer, Evaluate, ReplyHeaders } from './contract.js';
import { compileJsonTemplate } from './jsonTemplate.js';
import type { LinkContext } from './linkContext.js';
import type { Failure, Scope } from './scope.js';
import { asRecord, compileShape } from './shape.js';
import { compileText, compileValue, isFixedText } from './value.js';

/** Statuses that never carry a body (RFC 9110, 15.3.5 and 15.4.5). */
const bodiless = new Set([204, 304]);

/**
 * Compiles what a row answers. `listBody` is the body a list rule gives; without it, and without an example or a body
 * of its own, a success is the record shaped by the response schema.
 */
export function compileReply(
  reply: Reply,
  operation: OperationObject | undefined,
  context: LinkContext,
  listBody?: Value,
): Answer {
  const { document } = context.compiled;
  const media = replyMediaType(responseOf(document, operation, reply.status));
  const mediaType = media?.type ?? 'application/json';
  const writeHeaders = compileHeaders({ ...context.compiled.lifecycle.headers, ...reply.headers }, mediaType, context);
  const body = bodiless.has(reply.status) ? undefined : compileBody(reply, media, mediaType, context, listBody);
  const { status } = reply;
  return (scope) => {
    const text = body?.(scope);
    const headers = writeHeaders(scope, text !== undefined);
    return text === undefined ? { status, headers } : { status, headers, body: text };
  };
}

function compileHeaders(
  declared: Readonly<Record<string, string>>,
  mediaType: string,
  context: LinkContext,
): (scope: Scope, hasBody: boolean) => ReplyHeaders {
  const compiled = Object.entries(declared).map(([name, text]) => [name, compileText(text, context)] as const);
  const write = (scope: Scope | undefined, hasBody: boolean): ReplyHeaders => {
    const sent: Record<string, string> = {};
    if (hasBody) sent['Content-Type'] = mediaType;
    for (const [name, evaluate] of compiled) {
      const value = evaluate(scope as Scope);
      // A header whose value is not known is not sent: no `Retry-After: undefined`.
      if (value !== undefined && value !== '') sent[name] = String(value);
    }
    return sent;
  };
  if (!Object.values(declared).every(isFixedText)) return write;
  const [withBody, withoutBody] = [Object.freeze(write(undefined, true)), Object.freeze(write(undefined, false))];
  return (_scope, hasBody) => (hasBody ? withBody : withoutBody);
}

type WriteBody = (scope: Scope) => string | undefined;

function compileBody(
  reply: Reply,
  media: MediaTypeObject | undefined,
  mediaType: string,
  context: LinkContext,
  listBody?: Value,
): WriteBody | undefined {
  if (reply.example !== undefined) return compileExample(reply.example, media, mediaType, context);
  const { document } = context.compiled;
  const shape = compileShape(document, media?.schema);
  const given = reply.body ?? listBody;
  if (given !== undefined) {
    const evaluate = compileBodyValue(given, context);
    return (scope) => shape(evaluate(scope), scope);
  }
  if (reply.status >= 300 || !media?.schema) return undefined;
  return (scope) => shape(scope.record ? asRecord(scope.record) : {}, scope);
}

/** A body value; `call` names a body function, which gets the list's records. `$list.items` are records to be shaped. */
function compileBodyValue(value: Value, context: LinkContext): Evaluate {
  if (value !== null && typeof value === 'object' && 'call' in value && typeof value['call'] === 'string') {
    const call = context.functions.bodies?.[value['call']];
    if (!call) throw new Error(`${context.compiled.id} has no body function "${value['call']}"`);
    return ({ input, record, surroundings, list }) => {
      const known = { request: input, record: record?.fields, now: surroundings.now, random: surroundings.random };
      return call(
        known,
        (list?.matching ?? []).map(({ fields }) => fields),
      );
    };
  }
  if (value === '$list.items') return ({ list }) => (list?.items ?? []).map(asRecord);
  if (value === '$record') return ({ record }) => record && asRecord(record);
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return compileValue(value, context);
  const entries = Object.entries(value as Readonly<Record<string, Value>>).map(
    ([name, item]) => [name, compileBodyValue(item, context)] as const,
  );
  return (scope) => Object.fromEntries(entries.map(([name, evaluate]) => [name, evaluate(scope)]));
}

function compileExample(
  name: string,
  media: MediaTypeObject | undefined,
  mediaType: string,
  context: LinkContext,
): WriteBody | undefined {
  const { document } = context.compiled;
  const example: ExampleObject | undefined = media?.examples?.[name] ?? document.components?.examples?.[name];
  if (!example) throw new Error(`${context.compiled.id} has no example "${name}"`);
  const value = resolveRef(document, example).value as Value | undefined;
  if (value === undefined || value === null) return undefined;
  const isJson = mediaType.includes('json');
  const template = isJson ? compileJsonTemplate(value, context) : undefined;
  if (template) return template;
  const evaluate = compileValue(value, context);
  const write = (item: unknown) => (isJson || typeof item !== 'string' ? JSON.stringify(item) : item);
  if (!JSON.stringify(value).includes('$')) {
    const fixed = write(value);
    return () => fixed;
  }
  return (scope) => write(evaluate(scope));
}

const bareStatuses: Readonly<Partial<Record<Failure['kind'], number>>> = { unknownRoute: 404, throttled: 429 };

/** A reply for a contract that has no row for a failure: lint refuses such contracts, a foreign document may be one. */
export const bareRefusal: Answer = ({ failure }) => ({
  status: (failure && bareStatuses[failure.kind]) ?? 500,
  headers: {},
});
