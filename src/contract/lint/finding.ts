import { didYouMean, type ErrorCode } from '../../errors.js';
import type { Place } from '../../language/lifecycle.js';
import type { Issue } from '../issue.js';

/** The contract cannot be used as it is. */
export function error(code: ErrorCode, place: Place, message: string): Issue {
  return { code, severity: 'error', message, place };
}

/** It can be used, but probably does not say what was meant. */
export function warning(code: ErrorCode, place: Place, message: string): Issue {
  return { code, severity: 'warning', message, place };
}

/** Worth knowing; nothing needs to change. */
export function note(code: ErrorCode, place: Place, message: string): Issue {
  return { code, severity: 'note', message, place };
}

/** `Row "busy" asks for state "movin"; parcel has waiting, moving. Did you mean "moving"?`, or nothing where the name is known. */
export function unlessKnown(
  place: Place,
  said: string,
  seen: string,
  owner: string,
  known: readonly string[],
): Issue[] {
  if (known.includes(seen)) return [];
  const has = known.length === 0 ? 'none' : known.join(', ');
  return [error('unresolved-name', place, `${said} "${seen}"; ${owner} ${has}.${didYouMean(seen, known)}`)];
}

/** The names of a map. */
export function namesOf(map: Readonly<Record<string, unknown>> | undefined): readonly string[] {
  return Object.keys(map ?? {});
}
