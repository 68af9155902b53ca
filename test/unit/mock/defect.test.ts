import { expect, it } from 'vitest';
import { loadContract } from '../../../src/contract/loadContract.js';
import { createMock } from '../../../src/mock/createMock.js';

it('answers a named function that throws with the provider’s own 500, and says why in the journal', async () => {
  const contract = await loadContract('huawei-mpc');
  const authenticators = Object.fromEntries(
    Object.entries(contract.functions.authenticators ?? {}).map(([name, one]) => [
      name,
      {
        ...one,
        verify: () => {
          throw new Error('planted');
        },
      },
    ]),
  );
  const mock = createMock([{ ...contract, functions: { ...contract.functions, authenticators } }]);
  const before = mock.exportState();
  const response = await mock.fetch(
    'http://mpc.example/v1/0a1b2c3d4e5f60718293a4b5c6d7e8f9/transcodings/task?task_id=100211',
    { method: 'DELETE' },
  );
  expect(response.status).toBe(500);
  expect(await response.json()).toMatchObject({ error_code: 'APIGW.0601' });
  expect(mock.journal.list()[0]?.explanation).toBe('A defect of the mock or of its contract: planted');
  expect(mock.exportState()).toEqual(before);
});
