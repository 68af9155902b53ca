import { join } from 'node:path';
import { createGenerator, type Schema } from 'ts-json-schema-generator';
import { packageRoot } from '../src/contract/packageRoot.js';

/** Where the schema of a conformance report is published. */
export const reportSchemaFile = 'conformance/report.schema.json';

/**
 * The JSON Schema of a report, made from its types and their comments, so that the two cannot differ.
 *
 * @param isClosed refuses members the types do not have. The published schema does not: later versions of the format
 *   may add some.
 */
export function reportSchema(isClosed = false): Schema {
  const generated = createGenerator({
    path: join(packageRoot, 'src/conformance/result.ts'),
    tsconfig: join(packageRoot, 'tsconfig.json'),
    type: 'RunReport',
    additionalProperties: !isClosed,
    // `npm run types` has said already whether they are right.
    skipTypeCheck: true,
  }).createSchema('RunReport');
  const { definitions = {}, ...root } = generated;
  const schema = {
    ...root,
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'https://tombstone.invalid/report.schema.json',
    title: 'Tombstone conformance report, format 1',
    $defs: definitions,
  };
  // The generator writes draft 07, which differs from 2020-12 for these types only in the name of this member.
  return JSON.parse(JSON.stringify(schema).replaceAll('#/definitions/', '#/$defs/')) as Schema;
}

/** The published file. */
export function reportSchemaText(): string {
  return `${JSON.stringify(reportSchema(), undefined, 2)}\n`;
}
