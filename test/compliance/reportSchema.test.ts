import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { reportSchema, reportSchemaFile, reportSchemaText } from '../../scripts/report-schema.js';
import { packageRoot } from '../../src/contract/packageRoot.js';
import { troubled } from '../support/runs/sampleClients.js';
import { sampleRun } from '../support/runs/sampleRun.js';

const published = readFileSync(join(packageRoot, reportSchemaFile), 'utf8');

describe('the published schema of a report', () => {
  it('is what the types say', { timeout: 120_000 }, () => {
    expect(published, 'run `npm run build && npm run docs`').toBe(reportSchemaText());
  });

  it('takes a rich report, and knows every member of it', { timeout: 120_000 }, async () => {
    const run: unknown = JSON.parse(JSON.stringify(await sampleRun({ deviate: troubled, problems: ['x'] })));
    for (const schema of [JSON.parse(published), { ...reportSchema(true), $id: 'closed' }]) {
      const validate = new Ajv2020({ allErrors: true }).compile(schema);
      expect(validate(run), JSON.stringify(validate.errors)).toBe(true);
    }
  });

  it('refuses a missing member and a wrong word, and lets a member of a later version be', async () => {
    const validate = new Ajv2020().compile(JSON.parse(published));
    const run = await sampleRun({ select: /createTranscodingTask/ });
    const { seed: _, ...without } = run;
    expect(validate(without)).toBe(false);
    expect(validate({ ...run, cases: run.cases.map((one) => ({ ...one, verdict: 'passed' })) })).toBe(false);
    expect(validate({ ...run, later: true })).toBe(true);
  });
});
