import type { Exchange } from '../mock/mock.js';
import { type Paint, paintStatus } from './paint.js';
import { indented, printable } from './printable.js';

/** An exchange in one line, and what explains a refusal below it: the log of `serve`. Times are UTC. */
export function exchangeLine({ at, request, response, rule, explanation }: Exchange, paint: Paint): string {
  const time = paint.dim(at.slice(11, 23));
  const asked = printable(`${request.method} ${request.target}`);
  const line = `${time} ${asked} ${paintStatus(response.status, paint)} ${paint.cyan(rule ?? 'no rule')}`;
  return explanation === undefined ? line : `${line}\n${paint.dim(indented(printable(explanation), '    '))}`;
}

/** An exchange with both messages, as `explain` prints it. */
export function exchangeText({ seq, at, request, response, rule, explanation }: Exchange, paint: Paint): string {
  return [
    `${paint.bold(`exchange ${seq}`)} at ${at}`,
    '',
    printable(`${request.method} ${request.target}`),
    ...messageLines(request),
    '',
    `${paintStatus(response.status, paint)}`,
    ...messageLines(response),
    ...(explanation === undefined ? [] : ['', printable(explanation)]),
    '',
    rule === undefined ? 'No rule decided: no provider has this path.' : `Decided by ${paint.cyan(rule)}.`,
  ].join('\n');
}

function messageLines({ headers, body }: Exchange['request'] | Exchange['response']): string[] {
  const lines = Object.entries(headers).map(([name, value]) => printable(`${name}: ${value}`));
  return body === undefined ? lines : [...lines, '', printable(body)];
}
