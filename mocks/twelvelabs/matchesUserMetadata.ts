import type { FilterFunction, InputView } from '../../src/engine/functions.js';
import type { Fields } from '../../src/store/store.js';

type Wanted = readonly [key: string, accepted: readonly string[]];

/**
 * Filter: does the record's user metadata have every value the query asks for?
 *
 * The documented form is one bare key per value, `?category=archive`; the vendor's own SDKs also send
 * `user_metadata={"category":"archive"}` and `user_metadata[category]=archive`. A key given several times accepts any of
 * its values. Values are compared as text, because a query cannot say whether `5` is a number.
 */
export const matchesUserMetadata: FilterFunction = ({ request }, item) => {
  const metadata = (item['user_metadata'] ?? {}) as Fields;
  return wantedMetadata(request).every(
    ([key, accepted]) => Object.hasOwn(metadata, key) && accepted.includes(String(metadata[key])),
  );
};

function wantedMetadata({ undeclared }: InputView): readonly Wanted[] {
  return Object.entries(undeclared).flatMap(([name, given]) => {
    const texts = typeof given === 'string' ? [given] : given;
    if (name === 'user_metadata') return texts.flatMap(wantedAsJson);
    const bracketed = /^user_metadata\[(.+)\]$/.exec(name);
    return [[bracketed?.[1] ?? name, texts] as const];
  });
}

function wantedAsJson(text: string): readonly Wanted[] {
  try {
    const value: unknown = JSON.parse(text);
    if (value !== null && typeof value === 'object')
      return Object.entries(value).map(([key, one]) => [key, [String(one)]]);
  } catch {
    // Not JSON: then it is a metadata key that happens to be called `user_metadata`.
  }
  return [['user_metadata', [text]]];
}
