import { didYouMean, TombstoneError } from '../../errors.js';
import type { ControlRoute } from './call.js';

/**
 * A control call's query. A misspelt parameter would quietly do something else, so it is refused.
 *
 * @throws TombstoneError `bad-call`.
 */
export function readQuery(route: ControlRoute, text: string): Readonly<Record<string, string>> {
  const known = route.query ?? [];
  const query: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(text)) {
    if (!known.includes(name)) {
      throw new TombstoneError('bad-call', `This call takes no parameter "${name}".${didYouMean(name, known)}`);
    }
    query[name] = value;
  }
  return query;
}
