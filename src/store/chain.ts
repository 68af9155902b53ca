/**
 * A list in order of creation that is joined and left in constant time, wherever in the list that is. An array would
 * have to move its tail for each record that leaves; at a million records that is what a request would spend its time on.
 */
export interface Chain<T> {
  first: Link<T> | undefined;
  last: Link<T> | undefined;
  size: number;
}

/** An item's place in one chain. */
export interface Link<T> {
  readonly item: T;
  readonly order: number;
  readonly chain: Chain<T>;
  before: Link<T> | undefined;
  after: Link<T> | undefined;
}

export function createChain<T>(): Chain<T> {
  return { first: undefined, last: undefined, size: 0 };
}

/** Puts the item behind all that are older. New items are the newest, so the walk back is nearly always no step long. */
export function join<T>(chain: Chain<T>, item: T, order: number): Link<T> {
  let before = chain.last;
  while (before && before.order > order) before = before.before;
  const after = before ? before.after : chain.first;
  const link: Link<T> = { item, order, chain, before, after };
  if (before) before.after = link;
  else chain.first = link;
  if (after) after.before = link;
  else chain.last = link;
  chain.size += 1;
  return link;
}

/** Takes the link out of its chain. A link leaves once. */
export function leave<T>({ chain, before, after }: Link<T>): void {
  if (before) before.after = after;
  else chain.first = after;
  if (after) after.before = before;
  else chain.last = before;
  chain.size -= 1;
}
