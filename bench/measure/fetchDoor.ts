import { importBuilt } from '../built.js';
import type { Effort } from '../effort.js';
import type { Figure } from '../report/figure.js';
import { spread } from '../statistics.js';
import { apiKey, makeTasks, taskId, tasksPath, usualRecords } from '../tasks.js';

const calls = 2000;

/** The two doors of a sandbox without any network: `fetch`, and the plain one below it. */
export async function measureDoors({ rounds }: Effort): Promise<Figure[]> {
  const { createMock, loadContract } = await importBuilt<typeof import('../../src/index.js')>('src/index.js');
  const fixtures = { twelvelabs: { task: makeTasks(usualRecords).map((task) => ({ ...task })) } };
  const mock = createMock([await loadContract('twelvelabs')], { fixtures });
  const headers = { 'x-api-key': apiKey };
  const target = (call: number) => tasksPath + taskId(call % usualRecords);
  const byFetch = async (call: number) => {
    const response = await mock.fetch(`http://mock${target(call)}`, { headers });
    await response.text();
  };
  const plainly = async (call: number) => {
    mock.handle({ method: 'GET', target: target(call), headers: { host: 'mock', ...headers } });
  };
  return [
    {
      name: 'mock.fetch, GET by id',
      value: await micros(byFetch, rounds),
      unit: 'µs',
      aim: { atMost: 50 },
      beside: 'with the body read',
    },
    {
      name: 'mock.handle, GET by id',
      value: await micros(plainly, rounds),
      unit: 'µs',
      beside: 'the door servers use',
    },
  ];
}

async function micros(call: (number: number) => Promise<void>, rounds: number) {
  const taken: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const start = performance.now();
    for (let number = 0; number < calls; number += 1) await call(number);
    if (round > 0) taken.push(((performance.now() - start) * 1000) / calls);
  }
  return spread(taken);
}
