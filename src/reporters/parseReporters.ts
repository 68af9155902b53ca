import { resolve } from 'node:path';
import { didYouMean, TombstoneError } from '../errors.js';
import { type ReporterName, reporters } from './reporterTable.js';

/** A reporter, and where its text goes: to a file, or to standard output. */
export interface ReporterChoice {
  readonly name: ReporterName;
  readonly file?: string;
  /** Adds to the file what is there already. */
  readonly append?: true;
}

/**
 * Reads the values of `--reporter NAME[=FILE]`. Without a file (or with `-`) a reporter writes to standard output, and
 * one at most may; where none does, `pretty` is added, so that a run is never without its verdict. `markdown` without a
 * file adds to the step summary of GitHub Actions where there is one (`GITHUB_STEP_SUMMARY`).
 *
 * @throws TombstoneError `bad-usage`
 */
export function parseReporters(
  given: readonly string[],
  environment: Readonly<Record<string, string | undefined>> = process.env,
): readonly ReporterChoice[] {
  const choices = given.map((text) => parseChoice(text, environment['GITHUB_STEP_SUMMARY']));
  refuseSharedFile(choices);
  const onOutput = choices.filter(({ file }) => file === undefined);
  const [first, second] = onOutput;
  if (first && second) {
    const both =
      first.name === second.name
        ? `--reporter ${first.name} is given twice`
        : `${first.name} and ${second.name} would both go to standard output`;
    throw usage(`${both}; give one of them a file: --reporter ${second.name}=FILE.`);
  }
  return first ? choices : [...choices, { name: 'pretty' }];
}

function parseChoice(text: string, stepSummary: string | undefined): ReporterChoice {
  const [, written = '', file] = /^([^=]*)(?:=(.*))?$/s.exec(text) ?? [];
  const name = reporterName(written);
  if (file === '')
    throw usage(
      `--reporter ${text} names no file; write --reporter ${name}=FILE, or --reporter ${name} for standard output.`,
    );
  if (name === 'markdown' && file === undefined && stepSummary) return { name, file: stepSummary, append: true };
  return file === undefined || file === '-' ? { name } : { name, file };
}

function reporterName(written: string): ReporterName {
  const names = Object.keys(reporters) as ReporterName[];
  const name = names.find((known) => known === written);
  if (name) return name;
  throw usage(`There is no reporter "${written}"; there are ${names.join(', ')}.${didYouMean(written, names)}`);
}

function refuseSharedFile(choices: readonly ReporterChoice[]): void {
  const writers = new Map<string, string>();
  for (const { name, file } of choices) {
    if (file === undefined) continue;
    const path = resolve(file);
    const other = writers.get(path);
    if (other !== undefined)
      throw usage(`${other} and ${name} would both be written to ${file}; give each a file of its own.`);
    writers.set(path, name);
  }
}

function usage(message: string): TombstoneError {
  return new TombstoneError('bad-usage', message);
}
