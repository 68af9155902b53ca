import type { Place } from '../language/lifecycle.js';

/** JSON data of a contract file that knows where each of its parts is written. */
export type Located = LocatedMap | LocatedList | LocatedScalar;

export interface LocatedMap {
  readonly kind: 'map';
  readonly place: Place;
  readonly entries: Map<string, LocatedEntry>;
}

export interface LocatedEntry {
  readonly key: Place;
  readonly value: Located;
}

export interface LocatedList {
  readonly kind: 'list';
  readonly place: Place;
  readonly items: Located[];
}

export interface LocatedScalar {
  readonly kind: 'scalar';
  readonly place: Place;
  readonly value: unknown;
}

/** The data alone; every call gives fresh objects. */
export function toData(node: Located): unknown {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'list') return node.items.map(toData);
  // `fromEntries` makes `__proto__` an ordinary key.
  return Object.fromEntries([...node.entries].map(([key, entry]) => [key, toData(entry.value)]));
}

/** A copy that can be changed without changing the original; places stay. */
export function cloneLocated(node: Located): Located {
  if (node.kind === 'scalar') return node;
  if (node.kind === 'list') return { ...node, items: node.items.map(cloneLocated) };
  const entries = [...node.entries].map(
    ([key, entry]) => [key, { ...entry, value: cloneLocated(entry.value) }] as const,
  );
  return { ...node, entries: new Map(entries) };
}

/** The node under a key or an index; undefined where there is none. */
export function childOf(node: Located, segment: string | number): Located | undefined {
  if (node.kind === 'map') return node.entries.get(String(segment))?.value;
  if (node.kind === 'list') return node.items[Number(segment)];
  return undefined;
}

/** The node at a path; undefined where the path leads nowhere. */
export function nodeAt(root: Located, segments: readonly (string | number)[]): Located | undefined {
  let node: Located | undefined = root;
  for (const segment of segments) node = node && childOf(node, segment);
  return node;
}

/**
 * Where a path is written: a scalar or a list item where it begins, a map or list under a key where the key stands.
 * Of a path that leads nowhere, the deepest ancestor there is.
 */
export function placeIn(root: Located, segments: readonly (string | number)[]): Place {
  let place = root.place;
  let node = root;
  for (const segment of segments) {
    const child = childOf(node, segment);
    if (!child) break;
    const entry = node.kind === 'map' && child.kind !== 'scalar' ? node.entries.get(String(segment)) : undefined;
    place = entry ? entry.key : child.place;
    node = child;
  }
  return place;
}

/** Where the key itself of the last segment stands; the same as `placeIn` where that is no key. */
export function keyPlaceIn(root: Located, segments: readonly (string | number)[]): Place {
  const parent = nodeAt(root, segments.slice(0, -1));
  const entry = parent?.kind === 'map' ? parent.entries.get(String(segments.at(-1))) : undefined;
  return entry?.key ?? placeIn(root, segments);
}
