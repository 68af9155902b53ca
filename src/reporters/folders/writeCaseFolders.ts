import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CaseResult, RunReport } from '../../conformance/index.js';
import { TombstoneError } from '../../errors.js';
import { oneLine } from '../oneLine.js';
import { harOf } from './har.js';
import { safePaths } from './safeNames.js';

/**
 * Writes a folder for each case: what it is (`case.json`), how it was judged (`checks.json`), what went over the wire
 * (`exchange.har`), what the client printed (`stdout.txt`, `stderr.txt`; only of clients that are processes), and how to
 * do it again (`replay.sh`). Files of these names from an earlier run are replaced; nothing else is touched.
 *
 * @param folder made where it is not there
 * @throws TombstoneError `cannot-write`
 */
export async function writeCaseFolders(report: RunReport, folder: string): Promise<void> {
  const paths = safePaths(report.cases.map(({ id }) => id));
  try {
    for (const [index, result] of report.cases.entries()) {
      await writeFolder(join(folder, paths[index] ?? ''), filesOf(result, report));
    }
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new TombstoneError('cannot-write', `The folders of the cases cannot be written to ${folder} (${reason}).`, {
      cause,
    });
  }
}

/** File → content; undefined where there is to be none. */
type Files = Readonly<Record<string, string | undefined>>;

function filesOf(result: CaseResult, report: RunReport): Files {
  const { checks, exchanges: _, output, ...facts } = result;
  return {
    'case.json': json(facts),
    'checks.json': json(checks),
    'exchange.har': json(harOf(result, report)),
    'stdout.txt': output?.stdout,
    'stderr.txt': output?.stderr,
    'replay.sh': `#!/bin/sh\n# ${oneLine(result.title)}\n${result.replay}\n`,
  };
}

async function writeFolder(folder: string, files: Files): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [name, content] of Object.entries(files)) {
    const file = join(folder, name);
    if (content === undefined) await rm(file, { force: true });
    else await writeFile(file, content, { mode: name.endsWith('.sh') ? 0o755 : 0o644 });
  }
}

function json(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
