import { didYouMean } from '../errors.js';
import { ruleOf } from '../msw/explain.js';
import { liveProviders } from '../msw/liveProviders.js';
import { answerOf, knownExchange } from './knownExchange.js';
import { paragraphs, type Verdict } from './verdict.js';

/** Was it refused by that rule? See `TombstoneMatchers`. */
export function toBeRefusedBy(received: unknown, rule: string): Verdict {
  const answer = answerOf(received);
  const { exchange, explain } = knownExchange(answer);
  const decided = exchange?.rule ?? ruleOf(answer);
  const status = answer.status ?? exchange?.response.status ?? 0;
  const refused = status >= 400 || received instanceof Error;
  const pass = refused && decided !== undefined && (decided === rule || decided.split('@')[0] === rule);
  if (pass) return { pass, message: () => paragraphs(`Expected not to be refused by ${rule}.`, explain?.()) };
  const seen =
    decided === undefined
      ? 'It holds no answer of a mocked provider.'
      : `${refused ? 'Refused' : 'Answered'} with ${status} by ${decided}.`;
  return {
    pass,
    message: () => paragraphs(`Expected to be refused by ${rule}.`, seen, unknownRule(rule), explain?.()),
  };
}

/** A rule that no contract has can never refuse: probably a slip. */
function unknownRule(rule: string): string | undefined {
  const known = liveProviders().flatMap(({ mock }) =>
    mock.contracts.flatMap(({ id, lifecycle }) => [
      ...Object.entries(lifecycle.operations).flatMap(([operation, { decide, failures }]) =>
        [...decide, ...failures].map((row) => `${id}/${operation}/${row.id}`),
      ),
      ...lifecycle.failures.map((row) => `${id}/${row.id}`),
    ]),
  );
  const fits = (name: string) => name === rule || name.split('@')[0] === rule;
  if (known.length === 0 || known.some(fits)) return undefined;
  return `No contract has a rule "${rule}".${didYouMean(rule, known)}`;
}
