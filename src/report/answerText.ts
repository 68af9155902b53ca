import { describeBasis } from './basis.js';
import { citationText } from './citation.js';
import type { ExplainedRule } from './explainedRule.js';
import { type Paint, paintStatus } from './paint.js';
import { printable } from './printable.js';

/** A request that was sent, with its answer and the rule that decided. */
export interface Answered {
  readonly method: string;
  readonly url: string;
  /** Whose credentials it was sent with: `AkSk TOMBSTONEAK`. */
  readonly signedWith: readonly string[];
  readonly status: number;
  readonly reason: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** As the answer named it. */
  readonly rule?: string;
  /** What the contract says of it; missing where the contract has no such rule. */
  readonly explained?: ExplainedRule;
  /** Why the credential was refused, as the server's journal says; missing where that cannot be asked. */
  readonly explanation?: string;
}

// What every answer has, and what is shown in its own place.
const plumbing = new Set([
  'connection',
  'keep-alive',
  'date',
  'content-length',
  'transfer-encoding',
  'x-tombstone-rule',
]);

/** What `request` prints. `pretty` lays JSON out for people. */
export function answerText(answered: Answered, pretty: boolean, paint: Paint): string {
  const { method, url, signedWith, status, reason, headers, body } = answered;
  const shown = Object.entries(headers).filter(([name]) => !plumbing.has(name));
  return [
    paint.bold(printable(`${method} ${url}`)) +
      paint.dim(signedWith.length === 0 ? ' (no credential)' : ` (${signedWith.join(', ')})`),
    '',
    `${paintStatus(status, paint)} ${printable(reason)}`.trimEnd(),
    ...shown.map(([name, value]) => printable(`${name}: ${value}`)),
    '',
    body === '' ? paint.dim('(no content)') : bodyText(body, pretty),
    '',
    ...ruleLines(answered, paint),
    ...(answered.explanation === undefined ? [] : ['', printableLines(answered.explanation)]),
  ].join('\n');
}

function printableLines(text: string): string {
  return text.split('\n').map(printable).join('\n');
}

function bodyText(body: string, pretty: boolean): string {
  if (!pretty) return body;
  try {
    return printable(JSON.stringify(JSON.parse(body), undefined, 2));
  } catch {
    return printable(body);
  }
}

function ruleLines({ rule, explained }: Answered, paint: Paint): string[] {
  if (rule === undefined) return [paint.dim('The answer names no rule.')];
  if (!explained) return [`rule: ${paint.cyan(printable(rule))}`];
  const [source] = explained.sources;
  const known = [describeBasis(explained.basis), ...(source ? [citationText(source)] : [])].join(' · ');
  return [`rule: ${paint.cyan(rule)}`, `      ${explained.when}`, `      ${known}`];
}

/** The same as one line of JSON. */
export function answerJson({
  method,
  url,
  signedWith,
  status,
  reason,
  headers,
  body,
  rule,
  explained,
  explanation,
}: Answered): string {
  return JSON.stringify({
    format: 1,
    request: { method, url, signedWith },
    response: { status, reason, headers, ...(body === '' ? {} : { body }) },
    ...(rule === undefined ? {} : { rule }),
    ...(explained === undefined ? {} : { basis: explained.basis, sources: explained.sources }),
    ...(explanation === undefined ? {} : { explanation }),
  });
}
