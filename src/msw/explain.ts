import type { CompiledContract } from '../language/compiledContract.js';
import type { Exchange } from '../mock/mock.js';
import { exchangeText } from '../report/exchangeText.js';
import { explainNamed } from '../report/explainText.js';
import { plain } from '../report/paint.js';

/** An answer as clients have it: that of `fetch`, of axios, or what is left of one in an error. */
export interface AnswerLike {
  readonly status?: number | undefined;
  readonly url?: string | undefined;
  readonly headers?: unknown;
}

/** The rule an answer says decided it. */
export function ruleOf(answer: AnswerLike): string | undefined {
  return headerOf(answer.headers, 'x-tombstone-rule');
}

/**
 * The last exchange that has that answer: by its rule, its status and, where it tells one, its URL.
 *
 * @param named only where the answer names its rule
 */
export function findExchange(
  exchanges: readonly Exchange[],
  answer: AnswerLike | Exchange,
  named = false,
): Exchange | undefined {
  if ('seq' in answer) return exchanges.find(({ seq }) => seq === answer.seq);
  const rule = ruleOf(answer);
  if (named && rule === undefined) return undefined;
  const fits = exchanges.filter(
    ({ response, rule: decided }) =>
      (answer.status === undefined || response.status === answer.status) && (rule === undefined || rule === decided),
  );
  const path = answer.url !== undefined && URL.canParse(answer.url) ? new URL(answer.url) : undefined;
  const same = fits.filter(
    ({ request }) => path !== undefined && (path.pathname + path.search).endsWith(request.target),
  );
  return same.at(-1) ?? fits.at(-1);
}

/** Both messages of an exchange, and the rule that decided, with how it is known and where it is documented. */
export function explainExchange(contract: CompiledContract, exchange: Exchange): string {
  const shown = exchangeText(exchange, plain);
  const names = exchange.rule?.split('/').slice(1);
  return names === undefined ? shown : `${shown}\n\n${explainNamed(contract, names, plain).text}`;
}

function headerOf(headers: unknown, name: string): string | undefined {
  if (headers instanceof Headers) return headers.get(name) ?? undefined;
  if (typeof headers !== 'object' || headers === null) return undefined;
  const found = Object.entries(headers).find(([key]) => key.toLowerCase() === name);
  return found === undefined ? undefined : String(found[1]);
}
