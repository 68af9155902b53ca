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

/** How much of a body an exchange keeps, in bytes. */
const keptBody = 16 * 1024;

type Listener = (exchange: Exchange) => void;

/** What a captured exchange needs to become one; bodies are decoded when somebody looks. */
type Captured = () => Exchange;

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
      const captured = capture(seq, request, response, facts, wallTime, redaction);
      if (size > 0) ring[seq % size] = captured;
      if (listeners.size > 0) {
        const exchange = captured();
        for (const listener of listeners) listener(exchange);
      }
    },
    last: () => seq,
    list(after = 0, atMost = size) {
      const exchanges: Exchange[] = [];
      const from = Math.max(first, after + 1, seq - size + 1);
      for (let number = from; number <= seq && exchanges.length < atMost; number += 1) {
        const captured = ring[number % size];
        if (captured) exchanges.push(captured());
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

/** Credentials are taken out here, before anything is kept. */
function capture(
  seq: number,
  request: PlainRequest,
  response: PlainResponse,
  facts: ExchangeFacts,
  wallTime: number,
  redaction: Redaction,
): Captured {
  const { method } = request;
  const target = redaction.target(request.target);
  const headers = redaction.headers(request.headers);
  const sent = clip(request.body);
  const answered = clip(response.body);
  return () => ({
    seq,
    at: new Date(wallTime).toISOString(),
    request: { method, target, headers, ...bodyText(sent) },
    response: { status: response.status, headers: response.headers, ...bodyText(answered) },
    ...(facts.operation === undefined ? {} : { operation: facts.operation }),
    ...(facts.rule === undefined ? {} : { rule: facts.rule }),
    ...(facts.explanation === undefined ? {} : { explanation: redaction.text(facts.explanation) }),
    ...(facts.fault === undefined ? {} : { fault: facts.fault }),
  });
}

function clip(body: string | Uint8Array | undefined): string | Uint8Array | undefined {
  if (body === undefined || body.length <= keptBody) return body;
  // A copy, so that the rest of a large upload can be freed.
  return typeof body === 'string' ? body.slice(0, keptBody) : body.slice(0, keptBody);
}

function bodyText(body: string | Uint8Array | undefined): { readonly body?: string } {
  if (body === undefined || body.length === 0) return {};
  return { body: typeof body === 'string' ? body : new TextDecoder().decode(body) };
}
