import { readBaseline } from '../conformance/baseline/readBaseline.js';
import { conform } from '../conformance/conform.js';
import type { RunReport } from '../conformance/index.js';
import { plugIn } from '../conformance/plugIn.js';
import type { RungName } from '../conformance/rung.js';
import { readSuite } from '../conformance/suite.js';
import { loadContract } from '../contract/loadContract.js';
import { readVersion } from '../contract/readVersion.js';
import { parseReporters } from '../reporters/parseReporters.js';
import { createProgress } from '../reporters/progress/createProgress.js';
import { writeReports } from '../reporters/writeReports.js';
import { shellWord } from '../request/shellWord.js';
import type { Terminal } from './terminal.js';
import { wholeNumber } from './wholeNumber.js';

/** What `tombstone conform` was given. */
interface ConformCommandOptions {
  readonly rung?: Exclude<RungName, 'in-process'>;
  readonly select?: readonly string[];
  readonly suite?: string;
  readonly baseline?: string;
  readonly seed?: string;
  readonly timeout?: string;
  readonly reporter?: readonly string[];
  readonly results?: string;
}

/** Runs the cases against a program, and writes the reports. */
export async function conformCommand(
  providers: readonly string[],
  options: ConformCommandOptions,
  command: readonly string[],
  terminal: Terminal,
): Promise<number> {
  const { rung: name = 'session', select, suite: version, baseline: file } = options;
  const reporters = parseReporters(options.reporter ?? []);
  const seed = wholeNumber('seed', options.seed) ?? 1;
  const timeout = (wholeNumber('timeout', options.timeout) ?? 30) * 1000;
  const baseline = file === undefined ? undefined : await readBaseline(file);
  const suite = readSuite(version);
  const contracts = await Promise.all(providers.map(loadContract));
  const progress = createProgress(terminal.progress);
  const rung = await plugIn(name, command, contracts);
  try {
    const report = await conform(contracts, rung, {
      seed,
      timeout,
      version: readVersion(),
      ...(select ? { select } : {}),
      ...(suite ? { suite } : {}),
      ...(baseline ? { baseline } : {}),
      replay: (id) => replayLine(id, name, command),
      onPlan: progress.started,
      onResult: progress.caseDone,
    }).finally(progress.finished);
    return await written(report, reporters, options.results, terminal);
  } finally {
    await rung.close();
  }
}

async function written(
  report: RunReport,
  reporters: ReturnType<typeof parseReporters>,
  results: string | undefined,
  terminal: Terminal,
): Promise<number> {
  const all = await writeReports([report], reporters, terminal);
  if (results !== undefined) {
    const { writeCaseFolders } = await import('../reporters/folders/writeCaseFolders.js');
    await writeCaseFolders(report, results);
  }
  return all || report.exitStatus !== 0 ? report.exitStatus : 2;
}

function replayLine(id: string, rung: RungName, command: readonly string[]): string {
  const option = rung === 'session' ? '' : `--rung ${rung} `;
  return `npx --no tombstone replay ${shellWord(id)} ${option}-- ${command.map(shellWord).join(' ')}`;
}
