import { expect, test } from 'vitest';
import { ContractError } from '../../../src/contract/issue.js';
import { bundledContracts, loadContract } from '../../../src/contract/loadContract.js';
import { editedFolder } from './support/editedContract.js';

test('a folder is compiled, with its validators and the built-in authenticators', async () => {
  const { compiled, validators, functions } = await loadContract('test/fixtures/contracts/parcels');
  expect(compiled.id).toBe('parcels');
  expect(validators('listParcels')({ path: {}, query: {}, header: {} })).toBe(true);
  expect(Object.keys(functions.authenticators ?? {})).toEqual(['sdkHmacSha256', 'apiGatewaySignatureV2']);
});

test.each(bundledContracts())(
  'the bundled provider %s is loaded by its name, with every function it calls',
  async (name) => {
    const { compiled, functions } = await loadContract(name);
    expect(compiled.id).toBe(name);
    const known = Object.values(functions).flatMap((kind) => Object.keys(kind));
    const called = [...JSON.stringify(compiled.lifecycle).matchAll(/"call":"([^"]+)"/g)].map((match) => match[1]);
    expect(called.filter((one) => !known.includes(one ?? ''))).toEqual([]);
  },
);

test('the bundled providers are the four', () => {
  expect(bundledContracts()).toEqual(['huawei-modelarts', 'huawei-mpc', 'naver-nclue', 'twelvelabs']);
});

test('an unknown name is answered with the nearest known one', async () => {
  await expect(loadContract('huawei-mcp')).rejects.toMatchObject({
    code: 'unknown-provider',
    message: expect.stringContaining('Did you mean "huawei-mpc"? A folder is named with a slash: ./huawei-mcp.'),
  });
});

test('a path that leads nowhere is no contract', async () => {
  await expect(loadContract('./no/such/folder')).rejects.toMatchObject({ code: 'contract-not-found' });
});

test('a contract with mistakes throws one error that lists them all', async () => {
  const folder = editedFolder(
    ['openapi.yaml', 'operationId: getDepot', 'operationId: getParcel'],
    ['fixtures.yaml', 'depot:\n', 'depots:\n'],
  );
  const error = await loadContract(folder).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ContractError);
  const { code, issues, message } = error as ContractError;
  expect(code).toBe('contract-invalid');
  expect(issues.map((issue) => issue.code)).toEqual(['openapi-invalid', 'bad-fixture']);
  expect(message).toMatch(/openapi\.yaml:\d+:\d+: Two operations[\s\S]*fixtures\.yaml:2:1: There is no resource/);
});
