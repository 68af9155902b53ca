import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { bundledContracts } from '../../../src/contract/loadContract.js';
import { failureCauses, failureKinds, whereOperators } from '../../../src/language/lifecycle.js';

interface Schema {
  readonly $defs: Readonly<
    Record<
      string,
      { readonly properties: Readonly<Record<string, { readonly else: { readonly enum: readonly string[] } }>> }
    >
  >;
}

const schema = JSON.parse(readFileSync('specs/lifecycle.schema.json', 'utf8')) as Schema;
const validate = new Ajv2020({ strict: false }).compile(schema);

describe('the published schema', () => {
  test.each([
    'test/fixtures/contracts/parcels',
    'test/fixtures/contracts/vendor-task',
    'test/fixtures/contracts/vendor-indexed-asset',
    ...bundledContracts().map((id) => `specs/${id}`),
  ])('takes the whole lifecycle.yaml of %s', (folder) => {
    expect(validate(parse(readFileSync(`${folder}/lifecycle.yaml`, 'utf8'))), JSON.stringify(validate.errors)).toBe(
      true,
    );
  });

  test('refuses an overlay with a mistake inside x-lifecycle, so that an editor shows it', () => {
    const text = readFileSync('test/fixtures/contracts/parcels/lifecycle.yaml', 'utf8');
    expect(validate(parse(text.replace('after: 1s', 'after: soon')))).toBe(false);
    expect(validate(parse(text.replace('overlay: 1.0.0', 'overlay: 1.0')))).toBe(false);
  });

  test('takes an overlay whose x-lifecycle is spread over several actions', () => {
    const info = { title: 't', version: 'v' };
    const actions = [{ version: 1 }, { resources: {} }].map((part) => ({
      target: '$',
      update: { 'x-lifecycle': part },
    }));
    expect(validate({ overlay: '1.0.0', info, actions })).toBe(true);
  });

  test('knows the same words as the language', () => {
    const { kind, cause } = schema.$defs['failureWhen']?.properties ?? {};
    expect(kind?.else.enum).toEqual(failureKinds);
    expect(cause?.else.enum).toEqual(failureCauses);
    expect(Object.keys(schema.$defs['whereRow']?.properties ?? {})).toEqual([
      'field',
      ...whereOperators,
      'ignoreCase',
      'call',
    ]);
  });
});
