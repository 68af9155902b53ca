import type { Entry, Har, Header, QueryString } from 'har-format';
import type { CaseResult, ReportedExchange, ReportedMessage, RunReport } from '../../conformance/index.js';

/**
 * The exchanges of a case as HAR 1.2 (http://www.softwareishard.com/blog/har-12-spec/), for the tools that open it.
 * Times count from the start of the run: of a case only the time since its own beginning is known. What HAR has no place
 * for stands in members that begin with an underscore, as it asks for.
 */
export function harOf({ exchanges, title }: CaseResult, { startedAt, tombstone }: RunReport): Har {
  return {
    log: {
      version: '1.2',
      creator: { name: 'tombstone', version: tombstone },
      comment: title,
      entries: exchanges.map((exchange) => entryOf(exchange, Date.parse(startedAt))),
    },
  };
}

function entryOf({ ms, request, response, rule, fault, explanation }: ReportedExchange, start: number): Entry {
  const { target, method, body: sent } = request;
  return {
    startedDateTime: new Date((Number.isNaN(start) ? 0 : start) + ms).toISOString(),
    // The mock answers at once; how long an answer took is not kept.
    time: 0,
    timings: { send: 0, wait: 0, receive: 0 },
    cache: {},
    request: {
      method,
      url: urlOf(target, request),
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: headersOf(request),
      queryString: queryOf(target),
      headersSize: -1,
      bodySize: bytes(sent),
      ...(sent === undefined ? {} : { postData: { mimeType: mediaType(request), text: sent } }),
    },
    response: {
      status: response.status,
      statusText: '',
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: headersOf(response),
      content: {
        size: bytes(response.body),
        mimeType: mediaType(response),
        ...(response.body === undefined ? {} : { text: response.body }),
      },
      redirectURL: header(response, 'location') ?? '',
      headersSize: -1,
      bodySize: bytes(response.body),
      ...(response.status === 0 ? { _error: fault ?? 'no answer' } : {}),
    },
    ...(rule === undefined ? {} : { _rule: rule }),
    ...(fault === undefined ? {} : { _fault: fault }),
    ...(explanation === undefined ? {} : { _explanation: explanation }),
  };
}

function urlOf(target: string, request: ReportedMessage): string {
  // A target in absolute form is a URL already.
  if (/^https?:\/\//i.test(target)) return target;
  return `http://${header(request, 'host') ?? '127.0.0.1'}${target.startsWith('/') ? '' : '/'}${target}`;
}

function queryOf(target: string): QueryString[] {
  const mark = target.indexOf('?');
  if (mark === -1) return [];
  return [...new URLSearchParams(target.slice(mark + 1))].map(([name, value]) => ({ name, value }));
}

function headersOf({ headers }: ReportedMessage): Header[] {
  return Object.entries(headers).map(([name, value]) => ({ name, value }));
}

function header({ headers }: ReportedMessage, name: string): string | undefined {
  return Object.entries(headers).find(([known]) => known.toLowerCase() === name)?.[1];
}

function mediaType(message: ReportedMessage): string {
  return header(message, 'content-type') ?? '';
}

function bytes(body: string | undefined): number {
  return body === undefined ? 0 : Buffer.byteLength(body);
}
