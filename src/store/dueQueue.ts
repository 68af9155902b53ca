/** Things that come due, earliest first. Entries are not taken back: the owner checks what is popped against the record. */
export interface DueQueue<T> {
  /** `due` in milliseconds of the sandbox's clock. */
  push(due: number, item: T): void;
  /** Takes out the earliest entry that is due at `now` or before; of equal ones, the one pushed first. */
  popDue(now: number): Due<T> | undefined;
  /** When the earliest entry comes due; undefined where there is none. */
  nextDue(): number | undefined;
  readonly size: number;
  clear(): void;
}

export interface Due<T> {
  readonly due: number;
  readonly item: T;
}

interface Entry<T> extends Due<T> {
  /** Keeps entries of one time in the order they were pushed: a heap alone does not. */
  readonly turn: number;
}

/** An empty queue, kept as a binary heap: pushing and popping cost the logarithm of its size. */
export function createDueQueue<T>(): DueQueue<T> {
  const heap: Entry<T>[] = [];
  let turn = 0;

  return {
    push(due, item) {
      turn += 1;
      rise(heap, { due, item, turn });
    },
    popDue(now) {
      const first = heap[0];
      if (!first || first.due > now) return undefined;
      const last = heap.pop();
      if (last && last !== first) sink(heap, last);
      return { due: first.due, item: first.item };
    },
    nextDue: () => heap[0]?.due,
    get size() {
      return heap.length;
    },
    clear() {
      heap.length = 0;
    },
  };
}

/** Puts the entry into the free place at the end and moves it up to where it belongs. */
function rise<T>(heap: Entry<T>[], entry: Entry<T>): void {
  let at = heap.length;
  while (at > 0) {
    const above = (at - 1) >> 1;
    const parent = heap[above];
    if (!parent || comesBefore(parent, entry)) break;
    heap[at] = parent;
    at = above;
  }
  heap[at] = entry;
}

/** Puts the entry into the place at the top and moves it down to where it belongs. */
function sink<T>(heap: Entry<T>[], entry: Entry<T>): void {
  let at = 0;
  for (;;) {
    const below = earlierChild(heap, at);
    const child = heap[below];
    if (!child || comesBefore(entry, child)) break;
    heap[at] = child;
    at = below;
  }
  heap[at] = entry;
}

function earlierChild<T>(heap: readonly Entry<T>[], at: number): number {
  const left = heap[2 * at + 1];
  const right = heap[2 * at + 2];
  return left && right && comesBefore(right, left) ? 2 * at + 2 : 2 * at + 1;
}

function comesBefore<T>(a: Entry<T>, b: Entry<T>): boolean {
  return a.due === b.due ? a.turn < b.turn : a.due < b.due;
}
