import { expect, test } from 'vitest';
import { deriveCases } from '../../../src/conformance/index.js';
import { loadContract } from '../../../src/contract/loadContract.js';
import { createPlanner } from '../../../src/verify/plan/planner.js';
import { stateSteps } from '../../../src/verify/plan/stateSteps.js';

test('a state is reached by operations first, by time otherwise, or not at all', async () => {
  const { compiled } = await loadContract('huawei-mpc');
  const steps = (to: string) => stateSteps(compiled, 'transcodingTask', 'WAITING', to);
  expect(steps('WAITING')).toEqual([]);
  expect(steps('CANCELED')).toEqual([{ to: 'CANCELED', operation: 'cancelTranscodingTask' }]);
  expect(steps('SUCCEEDED')).toEqual([{ to: 'TRANSCODING' }, { to: 'SUCCEEDED' }]);
  expect(steps('FAILED')).toBeUndefined();
});

test('parents are made first, in the state that making a record asks for', async () => {
  const contract = await loadContract('naver-nclue');
  const one = deriveCases(contract).find(({ id }) => id.startsWith('naver-nclue/deleteTask/deleted/completed'));
  const planned = one && createPlanner(contract).of(one);
  if (!planned || !('plan' in planned)) throw new Error(JSON.stringify(planned));
  const [feature, task] = planned.plan.records;
  expect(planned.plan.records.map(({ resource }) => resource)).toEqual(['feature', 'task']);
  expect(task?.make?.needs).toEqual([{ token: feature?.token, state: 'completed' }]);
  expect(task?.state).toBe('completed');
  expect(planned.plan.own).toBe(task?.token);
});

test('what the service makes by itself is expected to appear, and taken away where it must not be', async () => {
  const contract = await loadContract('twelvelabs');
  const planner = createPlanner(contract);
  const planOf = (start: string) => {
    const one = deriveCases(contract).find(({ id }) => id.startsWith(start));
    const planned = one && planner.of(one);
    return planned && 'plan' in planned ? planned.plan.records.at(-1) : undefined;
  };
  expect(planOf('twelvelabs/deleteTask/has-video@400/ready')).toMatchObject({
    resource: 'indexedAsset',
    state: 'ready',
  });
  expect(planOf('twelvelabs/deleteTask/deleted/ready')).toMatchObject({ resource: 'indexedAsset', removed: true });
});
