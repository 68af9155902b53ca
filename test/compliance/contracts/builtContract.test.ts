import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { bundledContracts, loadContract } from '../../../src/contract/loadContract.js';
import { packageRoot } from '../../../src/contract/packageRoot.js';
import type { LoadedContract } from '../../../src/engine/loadedContract.js';
import { type DocumentOperation, documentOperations } from '../../../src/language/documentOperation.js';

const dist = (path: string) => import(pathToFileURL(join(packageRoot, 'dist', path)).href);
const built = (await dist('src/index.js')) as typeof import('../../../src/index.js');

/** What the validator of an operation says to requests with nothing in them, and with one value for every parameter. */
function said({ validators }: LoadedContract, { id, parameters }: DocumentOperation): unknown {
  const filled = (value: unknown) => {
    const place = Object.fromEntries(parameters.map(({ name }) => [name, value]));
    return { path: place, query: place, header: place, body: value };
  };
  const inputs = [{}, { path: {}, query: {}, header: {} }, ...[false, -1, '', 'é no id', [], { a: 1 }].map(filled)];
  const validate = validators(id);
  return inputs.map((input) => [validate(structuredClone(input)), validate.errors ?? []]);
}

describe.each(bundledContracts())('the contract of %s, as it is compiled from its folder', async (id) => {
  const compiled = await loadContract(id);
  const operations = documentOperations(compiled.compiled.document);

  it.each([
    ['for Node', () => built.loadContract(id)],
    ['for browsers', async () => ((await dist(`contracts/${id}.js`)) as { default: LoadedContract }).default],
  ])('is what the build left %s', async (_, load) => {
    const contract = await load();
    expect(contract.compiled).toEqual(JSON.parse(JSON.stringify(compiled.compiled)));
    for (const one of operations) expect(said(contract, one), one.id).toEqual(said(compiled, one));
    expect(() => contract.validators('no-operation')).toThrow('no operation');
    expect(Object.keys(contract.functions)).toEqual(Object.keys(compiled.functions));
  });

  it('is loaded once, however often it is asked for', async () => {
    expect(await built.loadContract(id)).toBe(await built.loadContract(id));
  });
});
