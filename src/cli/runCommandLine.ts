import { writeFileSync } from 'node:fs';
import { TombstoneError } from '../errors.js';
import { replacedVariables } from '../intercept/environment/replacedVariables.js';
import { reportText } from '../intercept/run/reportText.js';
import { runCommand } from '../intercept/run/runCommand.js';
import type { RunReport } from '../intercept/run/runReport.js';
import { holdSignals } from '../intercept/run/signals.js';
import { watchRun } from '../intercept/run/watchRun.js';
import { startMocks } from '../intercept/startMocks.js';
import { assignment } from './assignment.js';
import { interceptSettings } from './interceptSettings.js';
import { type SandboxSettings, sandboxOf } from './sandboxOf.js';
import type { Terminal } from './terminal.js';

/** What `tombstone run` was given. */
export interface RunSettings extends SandboxSettings {
  readonly allow?: readonly string[];
  readonly port?: string;
  readonly 'tls-port'?: string;
  readonly strict?: true;
  readonly 'print-env'?: true;
  readonly report?: string;
}

/** Runs a command against mocks, and says what it did; gives the exit status. */
export async function runCommandLine(
  providers: readonly string[],
  settings: RunSettings,
  command: readonly string[],
  terminal: Terminal,
): Promise<number> {
  const signals = holdSignals();
  const say = (text: string) => terminal.err(`tombstone: ${text}`);
  if (settings.report !== undefined) writeReport(settings.report, '');
  const asked = interceptSettings(settings);
  const mock = await sandboxOf(providers, settings);
  await using mocks = await startMocks(mock, {
    ...asked,
    onRefusal: ({ message }) => say(message),
  });
  const { intercept } = mocks;
  const replaced = replacedVariables(process.env);
  if (replaced.length > 0) {
    say(
      `${replaced.join(', ')} of yours ${replaced.length === 1 ? 'does' : 'do'} not count for this command; what --allow lets through is called directly.`,
    );
  }
  const variables = intercept.environment(process.env);
  if (settings['print-env'])
    for (const [name, value] of Object.entries(variables)) terminal.err(assignment(name, value));
  const watch = watchRun(mock);
  try {
    const end = await runCommand(command, {
      env: { ...process.env, ...variables },
      mark: `TOMBSTONE_URL=${mocks.listener.url}`,
      signals,
      isInteractive: process.stdin.isTTY === true,
      say,
    });
    const report = watch.report(command, end, intercept.refusals);
    terminal.err(`\n${reportText(report, terminal.progress.paint)}`);
    if (settings.report !== undefined) writeReport(settings.report, `${JSON.stringify(report, null, 2)}\n`);
    return statusOf(report, settings.strict === true);
  } catch (error) {
    // As shells say it: a program that is not there, and one that may not be run.
    if (!(error instanceof TombstoneError) || error.code !== 'cannot-run') throw error;
    terminal.err(`tombstone: ${error.message}`);
    return isMissing(error.cause) ? 127 : 126;
  }
}

function statusOf({ end, violations }: RunReport, strict: boolean): number {
  if (end.status !== 0) return end.status;
  return strict && violations.length > 0 ? 1 : 0;
}

/** Written empty before anything is started: what cannot be written is better known before a long run than after it. */
function writeReport(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new TombstoneError('cannot-write', `${file} cannot be written (${reason}).`, { cause });
  }
}

function isMissing(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
}
