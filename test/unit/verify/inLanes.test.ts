import { expect, test } from 'vitest';
import { inLanes } from '../../../src/verify/inLanes.js';

/** Works through a list of names whose first letter is their lane; `-` is none. Says what began and ended, in order. */
async function worked(names: readonly string[], width: number) {
  const events: string[] = [];
  const laneOf = (name: string) => (name.startsWith('-') ? undefined : name.charAt(0));
  const results = await inLanes(names, { laneOf, width }, async (name) => {
    events.push(`${name} begins`);
    await new Promise((resolve) => setImmediate(resolve));
    events.push(`${name} ends`);
    return name.toUpperCase();
  });
  return { events, results };
}

test('what is in one lane is done one after the other, in order', async () => {
  const { events } = await worked(['a1', 'a2'], 5);
  expect(events).toEqual(['a1 begins', 'a1 ends', 'a2 begins', 'a2 ends']);
});

test('lanes are worked through at the same time, and what has no lane has one of its own', async () => {
  const { events } = await worked(['a1', 'b1', '-', '-'], 5);
  expect(events.slice(0, 4)).toEqual(['a1 begins', 'b1 begins', '- begins', '- begins']);
});

test('no more of them than is said', async () => {
  const { events } = await worked(['a1', 'b1', 'c1', 'a2'], 2);
  let open = 0;
  const counts = events.map((event) => {
    open += event.endsWith('begins') ? 1 : -1;
    return open;
  });
  expect(Math.max(...counts)).toBe(2);
});

test('what came of it is in the order of the list', async () => {
  const { results } = await worked(['a1', 'b1', 'a2', 'c1', 'b2'], 3);
  expect(results).toEqual(['A1', 'B1', 'A2', 'C1', 'B2']);
});
