import type { Place } from '../language/lifecycle.js';

/** JSON data of a contract file that knows where each of its parts is written. */
export type Located = LocatedMap | LocatedList | LocatedScalar;

/** What nobody has looked into yet: its data, and a node of its own of the same. */
export interface Unread {
  readonly unread?: () => { readonly data: unknown; readonly copy: () => Located } | undefined;
}

export interface LocatedMap extends Unread {
  readonly kind: 'map';
  readonly place: Place;
  readonly entries: Map<string, LocatedEntry>;
}

export interface LocatedEntry {
  readonly key: Place;
  readonly value: Located;
}

export interface LocatedList extends Unread {
  readonly kind: 'list';
  readonly place: Place;
  readonly items: Located[];
}

export interface LocatedScalar {
  readonly kind: 'scalar';
  readonly place: Place;
  readonly value: unknown;
}

/** The data alone: fresh objects, except for those of parts that nobody has looked into. */
export function toData(node: Located): unknown {
  if (node.kind === 'scalar') return node.value;
  const unread = node.unread?.();
  if (unread) return unread.data;
  if (node.kind === 'list') return node.items.map(toData);
  const data: Record<string, unknown> = {};
  for (const [key, { value }] of node.entries) {
    if (key !== '__proto__') data[key] = toData(value);
    // Assigned, it would become the object's prototype.
    else
      Object.defineProperty(data, key, { value: toData(value), writable: true, enumerable: true, configurable: true });
  }
  return data;
}

/** A copy that can be changed without changing the original; places stay. */
export function cloneLocated(node: Located): Located {
  if (node.kind === 'scalar') return node;
  const unread = node.unread?.();
  if (unread) return unread.copy();
  if (node.kind === 'list') return { kind: 'list', place: node.place, items: node.items.map(cloneLocated) };
  const entries = new Map<string, LocatedEntry>();
  for (const [name, { key, value }] of node.entries) entries.set(name, { key, value: cloneLocated(value) });
  return { kind: 'map', place: node.place, entries };
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
