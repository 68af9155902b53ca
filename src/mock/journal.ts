import type { Strike } from './faults/fault.js';
import type { Exchange, PlainRequest, PlainResponse } from './mock.js';
import type { Redaction } from './redact.js';

/** What is known of an exchange besides its two messages. */
export interface ExchangeFacts {
  readonly operation?: string;
  readonly rule?: string;
  readonly explanation?: string;
  readonly fault?: Strike;
}

/**
 * How many exchanges are kept where nobody says. About as many as node answers between two collections of its youngest
 * objects: of a thousand most would be old by the time they are dropped, and fill memory until all of it is collected.
 */
export const defaultJournalSize = 500;

/** How much of a body an exchange keeps, in bytes. */
const keptBody = 16 * 1024;

type Listener = (exchange: Exchange) => void;

/**
 * What is kept of an exchange; it becomes one when somebody looks. It is one small object and shares what it can: what a
 * full journal keeps is what the garbage collector has to move.
 */
interface Captured {
  readonly seq: number;
  readonly wallTime: number;
  readonly method: string;
  /** Without credentials, as are `headers`. */
  readonly target: string;
  readonly headers: Headers;
  readonly sent: Body;
  readonly status: number;
  /** The headers of the response. */
  readonly fields: Headers;
  readonly answered: Body;
  readonly facts: ExchangeFacts;
}

type Headers = Readonly<Record<string, string>>;
type Body = string | Uint8Array | undefined;

/** The last exchanges of a sandbox, bounded. */
export interface Journal {
  record(request: PlainRequest, response: PlainResponse, facts: ExchangeFacts, wallTime: number): void;
  /** The number of the last exchange; 0 before the first. */
  last(): number;
  list(after?: number, atMost?: number): readonly Exchange[];
  clear(): void;
  subscribe(listener: Listener): () => void;
}

/** A journal of at most `size` exchanges, kept without credentials; numbers go on when old ones are dropped. */
export function createJournal(size: number, redaction: Redaction): Journal {
  const ring: (Captured | undefined)[] = [];
  const listeners = new Set<Listener>();
  let seq = 0;
  let first = 1;
  return {
    record(request, response, facts, wallTime) {
      seq += 1;
      const captured: Captured = {
        seq,
        wallTime,
        method: request.method,
        target: redaction.target(request.target),
        headers: redaction.headers(request.headers),
        sent: clip(request.body),
        status: response.status,
        fields: response.headers,
        answered: clip(response.body),
        facts,
      };
      if (size > 0) ring[seq % size] = captured;
      if (listeners.size > 0) {
        const exchange = exchangeOf(captured, redaction);
        for (const listener of listeners) listener(exchange);
      }
    },
    last: () => seq,
    list(after = 0, atMost = size) {
      const exchanges: Exchange[] = [];
      const from = Math.max(first, after + 1, seq - size + 1);
      for (let number = from; number <= seq && exchanges.length < atMost; number += 1) {
        const captured = ring[number % size];
        if (captured) exchanges.push(exchangeOf(captured, redaction));
      }
      return exchanges;
    },
    clear() {
      ring.length = 0;
      first = seq + 1;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function exchangeOf(captured: Captured, redaction: Redaction): Exchange {
  const { seq, wallTime, method, target, headers, sent, status, fields, answered, facts } = captured;
  const { operation, rule, explanation, fault } = facts;
  return {
    seq,
    at: new Date(wallTime).toISOString(),
    request: { method, target, headers: { ...headers }, ...bodyText(sent) },
    response: { status, headers: { ...fields }, ...bodyText(answered) },
    ...(operation === undefined ? {} : { operation }),
    ...(rule === undefined ? {} : { rule }),
    ...(explanation === undefined ? {} : { explanation: redaction.text(explanation) }),
    ...(fault === undefined ? {} : { fault }),
  };
}

function clip(body: Body): Body {
  if (body === undefined || body.length <= keptBody) return body;
  // A copy, so that the rest of a large upload can be freed.
  return typeof body === 'string' ? body.slice(0, keptBody) : body.slice(0, keptBody);
}

function bodyText(body: Body): { readonly body?: string } {
  if (body === undefined || body.length === 0) return {};
  return { body: typeof body === 'string' ? body : new TextDecoder().decode(body) };
}
