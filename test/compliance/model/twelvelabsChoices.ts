import fc from 'fast-check';
import { choose, type Pick, pick } from './support/steps.js';
import { type Family, type Model, malformed, never } from './twelvelabsModel.js';

export const family = fc.constantFrom<Family>('videos', 'indexed-assets');
type Named = 'indexes' | 'tasks' | 'indexed' | 'assets';
export const unknown = fc.constantFrom(never, never, never, malformed);
export const idOf = (model: Model, name: Named, which: Pick, other = never) =>
  choose(
    which,
    model[name].map(({ id }) => id),
    model.gone[name],
    other,
  );
export const base = '/v1.3';

export interface Inside {
  which: Pick;
  family: Family;
  other: string;
  strange: boolean;
}
export const inside = fc.record({
  which: pick,
  family,
  other: unknown,
  strange: fc.constantFrom(false, false, false, true),
});

/** An indexed asset and an index to ask for it in: now and then a strange one. */
export function placeOf(model: Model, { which, other, strange }: Inside): { index: string; id: string } {
  const id = idOf(model, 'indexed', which, other);
  const found = model.indexed.find((one) => one.id === id);
  const elsewhere = idOf(model, 'indexes', { of: 'known', index: which.index }, other);
  return { id, index: strange || !found ? elsewhere : found.index };
}
