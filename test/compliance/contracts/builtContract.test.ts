import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { bundledContracts, loadContract } from '../../../src/contract/loadContract.js';
import { packageRoot } from '../../../src/contract/packageRoot.js';
import type { LoadedContract } from '../../../src/engine/loadedContract.js';
import { documentOperations } from '../../../src/language/documentOperation.js';

const dist = (path: string) => import(pathToFileURL(join(packageRoot, 'dist', path)).href);
const built = (await dist('src/index.js')) as typeof import('../../../src/index.js');

/** What the validator of an operation says to requests with nothing in them, and with too much. */
function said({ validators, compiled }: LoadedContract, operation: string): unknown {
  const inputs = [{}, { path: {}, query: {}, header: {} }, { path: 1, query: { limit: -1 }, header: {}, body: [] }];
  const names = ['id', 'index-id', 'task_id', 'taskId'].map((name) => [name, `${compiled.id}-é-no-id`]);
  inputs.push({ path: Object.fromEntries(names), query: Object.fromEntries(names), header: {} });
  const validate = validators(operation);
  return inputs.map((input) => [validate(structuredClone(input)), validate.errors ?? []]);
}

describe.each(bundledContracts())('the contract of %s, as it is compiled from its folder', async (id) => {
  const compiled = await loadContract(id);
  const operations = documentOperations(compiled.compiled.document).map((operation) => operation.id);

  it.each([
    ['for Node', () => built.loadContract(id)],
    ['for browsers', async () => ((await dist(`contracts/${id}.js`)) as { default: LoadedContract }).default],
  ])('is what the build left %s', async (_, load) => {
    const contract = await load();
    expect(contract.compiled).toEqual(JSON.parse(JSON.stringify(compiled.compiled)));
    for (const operation of operations) expect(said(contract, operation), operation).toEqual(said(compiled, operation));
    expect(() => contract.validators('no-operation')).toThrow('no operation');
    expect(Object.keys(contract.functions)).toEqual(Object.keys(compiled.functions));
  });

  it('is loaded once, however often it is asked for', async () => {
    expect(await built.loadContract(id)).toBe(await built.loadContract(id));
  });
});
