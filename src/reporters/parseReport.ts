import type { ErrorObject, ValidateFunction } from 'ajv';
import type { RunReport } from '../conformance/index.js';
import { TombstoneError } from '../errors.js';
import { oneLine } from './oneLine.js';

/** How many things that are wrong are listed. */
const listed = 5;

/**
 * Reads a saved report.
 *
 * @param file what messages call it
 * @param validate compiled from conformance/report.schema.json
 * @throws TombstoneError `bad-report`
 */
export function parseReport(text: string, file: string, validate: ValidateFunction): RunReport {
  const data = parseJson(text, file);
  const { format } = (data ?? {}) as { readonly format?: unknown };
  if (format === undefined) throw bad(`${file} is no conformance report: it has no "format".`);
  if (format !== 1) {
    throw bad(`${file} is a report of format ${oneLine(JSON.stringify(format), 40)}; this version reads format 1.`);
  }
  if (validate(data)) return data as RunReport;
  const errors = validate.errors ?? [];
  const more = errors.length > listed ? `\n  … ${errors.length - listed} more` : '';
  throw bad(`${file} is no conformance report of format 1:${errors.slice(0, listed).map(errorLine).join('')}${more}\n`);
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (cause) {
    const reason = cause instanceof Error ? oneLine(cause.message, 200) : '';
    throw bad(`${file} is not JSON (${reason}).`, cause);
  }
}

function errorLine({ instancePath, message = 'is wrong', params }: ErrorObject): string {
  const allowed = 'allowedValues' in params ? `: ${(params['allowedValues'] as unknown[]).join(', ')}` : '';
  return `\n  ${oneLine(instancePath) || 'the whole'} ${message}${allowed}`;
}

function bad(message: string, cause?: unknown): TombstoneError {
  return new TombstoneError('bad-report', message, cause === undefined ? {} : { cause });
}
