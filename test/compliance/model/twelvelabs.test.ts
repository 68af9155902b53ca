import { expect, it } from 'vitest';
import { openSandbox, twelveLabsKey } from './support/sandbox.js';
import { walk } from './support/steps.js';
import { compareState, start, steps } from './twelvelabsSteps.js';

it('answers every story of indexes, tasks, videos and assets as the documented rules say', async () => {
  walk(await openSandbox('twelvelabs', twelveLabsKey), steps, start, compareState);
});

it('would notice a mock that lets the tasks of an index go with it', async () => {
  const other = await openSandbox('twelvelabs', twelveLabsKey, { indexDeleteTasks: 'cascade' });
  expect(() => walk(other, steps, start, compareState)).toThrow('Counterexample');
});
