import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/contract/packageRoot.js';

const schemas = ['specs', 'conformance'].flatMap((folder) =>
  readdirSync(join(packageRoot, folder))
    .filter((name) => name.endsWith('.schema.json'))
    .map((name) => `${folder}/${name}`),
);
const ajv = new Ajv2020({ strict: false });

// Where they are used, this is taken for granted: to check a schema takes longer than to compile it.
describe('each published schema is one by the rules of JSON Schema 2020-12', () => {
  it('and there are some', () => expect(schemas.length).toBeGreaterThan(2));

  it.each(schemas)('%s', (file) => {
    const schema = JSON.parse(readFileSync(join(packageRoot, file), 'utf8')) as { readonly $schema: string };
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
    expect(ajv.validateSchema(schema), ajv.errorsText()).toBe(true);
  });
});
