/**
 * What can stand in a chain: a list in order of creation that is joined and left in constant time, wherever in the list
 * that is. An array would have to move its tail for each record that leaves; at a million records that is what a request
 * would spend its time on. The items are their own links, and a chain is known by its first item: with a million records
 * whatever stands beside them is paid for a million times, and again whenever garbage is collected.
 */
export interface Linked<T> {
  /** Of the first item: the last one. None outside a chain. */
  before: T | undefined;
  /** Of the last item: the first one. None outside a chain. */
  after: T | undefined;
}

/**
 * Puts an item behind all that are older, and gives the chain's first item. New items are the newest, so the walk back is
 * nearly always no step long.
 */
export function join<T extends Linked<T>>(first: T | undefined, item: T, isOlder: (one: T, than: T) => boolean): T {
  if (first === undefined) {
    item.before = item;
    item.after = item;
    return item;
  }
  let before = first.before ?? first;
  while (before !== first && isOlder(item, before)) before = before.before ?? first;
  const isFirst = isOlder(item, before);
  link(isFirst ? first.before : before, item, isFirst ? first : before.after);
  return isFirst ? item : first;
}

function link<T extends Linked<T>>(before: T | undefined, item: T, after: T | undefined): void {
  item.before = before;
  item.after = after;
  if (before) before.after = item;
  if (after) after.before = item;
}

/** The item behind another one, in the chain with that first item; none behind the last. */
export function following<T extends Linked<T>>(first: T | undefined, item: T): T | undefined {
  return item.after === first ? undefined : item.after;
}

/** Takes an item out, and gives the chain's first item; none where the chain is empty now. An item leaves once. */
export function leave<T extends Linked<T>>(first: T, item: T): T | undefined {
  const { before, after } = item;
  item.before = undefined;
  item.after = undefined;
  if (after === item) return undefined;
  if (before) before.after = after;
  if (after) after.before = before;
  return item === first ? after : first;
}
