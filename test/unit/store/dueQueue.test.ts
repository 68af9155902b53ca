import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDueQueue, type DueQueue } from '../../../src/store/dueQueue.js';

function popAll<T>(queue: DueQueue<T>, now: number): T[] {
  const items: T[] = [];
  for (let next = queue.popDue(now); next; next = queue.popDue(now)) items.push(next.item);
  return items;
}

describe('the queue of due times', () => {
  it('gives the earliest first, and equal ones in the order they were pushed', () => {
    const queue = createDueQueue<string>();
    queue.push(20, 'late');
    queue.push(10, 'first');
    queue.push(10, 'second');
    queue.push(5, 'early');
    expect(queue.nextDue()).toBe(5);
    expect(queue.popDue(100)).toEqual({ due: 5, item: 'early' });
    expect(popAll(queue, 100)).toEqual(['first', 'second', 'late']);
    expect(queue.nextDue()).toBeUndefined();
  });

  it('gives nothing that is not due yet, and what is due this very moment', () => {
    const queue = createDueQueue<string>();
    queue.push(10, 'a');
    expect(queue.popDue(9)).toBeUndefined();
    expect(queue.size).toBe(1);
    expect(queue.popDue(10)).toEqual({ due: 10, item: 'a' });
    expect(queue.popDue(10)).toBeUndefined();
    expect(queue.size).toBe(0);
  });

  it('is empty after it was cleared, and takes new entries then', () => {
    const queue = createDueQueue<string | undefined>();
    queue.push(1, 'a');
    queue.clear();
    expect([queue.size, queue.nextDue(), queue.popDue(9)]).toEqual([0, undefined, undefined]);
    queue.push(2, undefined);
    expect(queue.popDue(9)).toEqual({ due: 2, item: undefined });
  });

  it('does what a list sorted by time and turn would do, through any pushes and pops', () => {
    const time = fc.integer({ min: 0, max: 12 });
    const step = fc.record({ push: fc.boolean(), time });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 120, size: 'max' }), (steps) => {
        const queue = createDueQueue<number>();
        let model: { due: number; item: number }[] = [];
        for (const [turn, { push, time }] of steps.entries()) {
          if (push) {
            queue.push(time, turn);
            model = [...model, { due: time, item: turn }].sort((a, b) => a.due - b.due || a.item - b.item);
          } else {
            const expected = model.find(({ due }) => due <= time);
            expect(queue.popDue(time)).toEqual(expected);
            model = model.filter((entry) => entry !== expected);
          }
          expect(queue.size).toBe(model.length);
          expect(queue.nextDue()).toBe(model[0]?.due);
        }
        expect(popAll(queue, 99)).toEqual(model.map(({ item }) => item));
      }),
    );
  });
});
