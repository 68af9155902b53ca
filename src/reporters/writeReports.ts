import { appendFile, mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { RunReport } from '../conformance/index.js';
import { TombstoneError } from '../errors.js';
import { plain } from '../report/paint.js';
import type { ReporterChoice } from './parseReporters.js';
import { reporters } from './reporterTable.js';
import type { Screen } from './screen.js';

/**
 * Writes what was chosen: files first, then standard output. A file that cannot be written costs itself alone; it is
 * complained of on standard error, last.
 *
 * @returns whether all was written; a command whose run went well then still has to end with status 2
 * @throws TombstoneError `bad-usage` where one of several reports is to be shown by a reporter that shows one
 */
export async function writeReports(
  reports: readonly RunReport[],
  choices: readonly ReporterChoice[],
  screen: Screen,
): Promise<boolean> {
  for (const { name } of choices) refuseSeveral(name, reports.length);
  const complaints: string[] = [];
  for (const choice of choices) {
    if (choice.file === undefined) continue;
    const text = `${reporters[choice.name].render(reports, plain)}\n`;
    const complaint = await writeTo(choice.file, text, choice);
    if (complaint) complaints.push(complaint.message);
    else screen.err(`${choice.name} report: ${choice.file}`);
  }
  for (const { name, file } of choices) {
    if (file === undefined) screen.out(reporters[name].render(reports, screen.paint));
  }
  for (const complaint of complaints) screen.err(`tombstone: ${complaint}`);
  return complaints.length === 0;
}

function refuseSeveral(name: ReporterChoice['name'], reports: number): void {
  if (reports < 2 || !reporters[name].single) return;
  const others = Object.entries(reporters).flatMap(([other, { single }]) => (single ? [] : [other]));
  throw new TombstoneError(
    'bad-usage',
    `${name} shows one run, and ${reports} were given; ${others.join(', ')} show several.`,
  );
}

async function writeTo(
  file: string,
  text: string,
  { name, append }: ReporterChoice,
): Promise<TombstoneError | undefined> {
  try {
    await mkdir(dirname(file), { recursive: true });
    await (append ? appendFile : writeFile)(file, text);
    return undefined;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    return new TombstoneError('cannot-write', `The ${name} report cannot be written to ${file} (${reason}).`, {
      cause,
    });
  }
}
