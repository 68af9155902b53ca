import type { ExplainedSource } from './explainedRule.js';

/** A source in one line, without its address: `Delete a parcel, "Errors" (2026-01-01)`. */
export function citationText({ title, place, at, date }: ExplainedSource): string {
  const where = [...(place === undefined ? [] : [`"${place}"`]), ...(at === undefined ? [] : [at])];
  return [title, ...where].join(', ') + (date === undefined ? '' : ` (${date})`);
}
