import type { ReportedExchange, ReportedStep } from '../conformance/index.js';
import { oneLine } from './oneLine.js';

/** How much of a body one line shows. */
const bodyLength = 160;

/** `DELETE /tasks/1 → 400 {"error_code":"…"}`. */
export function exchangeText({ request, response }: ReportedExchange): string {
  const answer = response.status === 0 ? 'no answer' : String(response.status);
  const body = response.body === undefined || response.body === '' ? '' : ` ${oneLine(response.body, bodyLength)}`;
  return `${oneLine(`${request.method} ${request.target}`)} → ${answer}${body}`;
}

/** What decided an exchange, and what struck it, in words: `rule huawei-mpc/…/not-final; fault: loses the response`. */
export function decidedBy({ rule, fault }: ReportedExchange): string {
  const parts = [
    ...(rule === undefined ? [] : [`rule ${oneLine(rule)}`]),
    ...(fault === undefined ? [] : [`fault: ${oneLine(fault)}`]),
  ];
  return parts.join('; ') || 'no rule decided';
}

/** What the client was asked to do: `deleteTask task_id="100211"`. */
export function stepText({ operation, parameters, body }: ReportedStep): string {
  const values = Object.entries(parameters).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
  const sent = body === undefined ? [] : [`body ${JSON.stringify(body)}`];
  return oneLine([operation, ...values, ...sent].join(' '), bodyLength);
}

/** What the client told of it: `deleted, status 204`. */
export function outcomeText({ outcome }: ReportedStep): string {
  if (outcome === undefined) return 'nothing';
  const { outcome: word, status, code, message } = outcome;
  const parts = [
    ...(word === undefined ? [] : [word]),
    ...(status === undefined ? [] : [`status ${status}`]),
    ...(code === undefined ? [] : [`code ${code}`]),
    ...(message === undefined ? [] : [`“${message}”`]),
  ];
  return oneLine(parts.join(', '), bodyLength) || 'done';
}
