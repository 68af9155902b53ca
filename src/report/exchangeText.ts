import type { Exchange } from '../mock/mock.js';
import { type Paint, paintStatus } from './paint.js';
import { indented, printable } from './printable.js';

/** An exchange in one line, and what explains a refusal below it: the log of `serve`. Times are UTC. */
export function exchangeLine(exchange: Exchange, paint: Paint): string {
  const { at, request, rule, explanation } = exchange;
  const time = paint.dim(at.slice(11, 23));
  const asked = printable(`${request.method} ${request.target}`);
  const line = `${time} ${asked} ${answered(exchange, paint)} ${paint.cyan(rule ?? 'no rule')}${struckBy(exchange)}`;
  return explanation === undefined ? line : `${line}\n${paint.dim(indented(printable(explanation), '    '))}`;
}

/** An exchange with both messages, as `explain` prints it. */
export function exchangeText(exchange: Exchange, paint: Paint): string {
  const { seq, at, request, response, rule, explanation } = exchange;
  return [
    `${paint.bold(`exchange ${seq}`)} at ${at}`,
    '',
    printable(`${request.method} ${request.target}`),
    ...messageLines(request),
    '',
    answered(exchange, paint) + struckBy(exchange),
    ...messageLines(response),
    ...(explanation === undefined ? [] : ['', printable(explanation)]),
    '',
    rule === undefined ? undecided(exchange) : `Decided by ${paint.cyan(rule)}.`,
  ].join('\n');
}

/** The status that was sent; none where a fault kept the answer from leaving. */
function answered({ response }: Exchange, paint: Paint): string {
  return response.status === 0 ? 'no answer' : paintStatus(response.status, paint);
}

function struckBy({ fault }: Exchange): string {
  return fault === undefined ? '' : ` (${fault.ids.join(', ')})`;
}

function undecided({ fault }: Exchange): string {
  return fault === undefined ? 'No rule decided: no provider has this path.' : 'A fault answered; no rule was asked.';
}

function messageLines({ headers, body }: Exchange['request'] | Exchange['response']): string[] {
  const lines = Object.entries(headers).map(([name, value]) => printable(`${name}: ${value}`));
  return body === undefined ? lines : [...lines, '', printable(body)];
}
