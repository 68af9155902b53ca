import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { RunReport } from '../conformance/index.js';
import { packageRoot } from '../contract/packageRoot.js';
import { TombstoneError } from '../errors.js';
import { parseReport } from '../reporters/parseReport.js';

/** Reads saved reports. @throws TombstoneError `bad-report` */
export function readReports(files: readonly string[]): readonly RunReport[] {
  const schema = JSON.parse(readFileSync(join(packageRoot, 'conformance', 'report.schema.json'), 'utf8')) as object;
  const validate = new Ajv2020({ allErrors: true }).compile(schema);
  return files.map((file) => parseReport(readText(file), file, validate));
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new TombstoneError('bad-report', `${file} cannot be read (${reason}).`, { cause });
  }
}
