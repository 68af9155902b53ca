import { expect, test } from 'vitest';
import { checkContract } from '../../../src/contract/checkContract.js';
import { compileContract } from '../../../src/contract/compileContract.js';
import { ContractError } from '../../../src/contract/issue.js';
import { type Edit, editedFolder } from './support/editedContract.js';

/** Valid for whoever runs it, and not for OpenAPI: the mistake is lint's to find. */
const harmless: Edit = ['openapi.yaml', 'openapi: 3.1.1\n', 'openapi: 3.1.1\nlicence: none\n'];

async function refusal(...edits: readonly Edit[]): Promise<ContractError> {
  const folder = editedFolder(...edits);
  const error = await compileContract(folder, folder).catch((thrown: unknown) => thrown);
  if (error instanceof ContractError) return error;
  throw error instanceof Error ? error : new Error('nothing was refused');
}

test('a document that breaks a rule of OpenAPI which nothing depends on can be run, and the whole check refuses it', async () => {
  const folder = editedFolder(harmless);
  expect((await compileContract(folder, folder)).lifecycle.operations).toHaveProperty('deleteParcel');
  expect((await checkContract(folder)).issues).toMatchObject([{ code: 'openapi-invalid' }]);
});

test('what is compiled is the same as what the whole check compiles', async () => {
  const folder = editedFolder();
  const { compiled } = await checkContract(folder, { base: folder });
  expect(await compileContract(folder, folder)).toEqual(compiled);
});

test('a document of another shape than its readers expect is refused as what it is, at its line', async () => {
  const { issues } = await refusal([
    'openapi.yaml',
    'operationId: getDepot\n',
    'operationId: getDepot\n      parameters: 5\n',
  ]);
  expect(issues[0]).toMatchObject({ code: 'openapi-invalid', place: { file: 'openapi.yaml' } });
});

test('where one thing is refused, everything is said, also what alone would have passed', async () => {
  const { issues } = await refusal(harmless, ['fixtures.yaml', 'depot:\n', 'depots:\n']);
  expect(issues.map(({ code }) => code)).toEqual(['openapi-invalid', 'bad-fixture']);
});

test('a $ref that leads nowhere is refused', async () => {
  const { issues } = await refusal([
    'openapi.yaml',
    'openapi: 3.1.1\n',
    'openapi: 3.1.1\nx-more: { $ref: "#/no/such" }\n',
  ]);
  expect(issues[0]?.message).toContain('leads to nothing');
});
