import { availableParallelism } from 'node:os';
import type { RunMessage, Step } from '../protocol/messages.js';
import type { CasePlace, Rung, RungAnswer } from '../rung.js';
import { type ProgramOptions, programName } from './exec.js';
import { fault } from './fault.js';
import { fillPlaceholders } from './fillPlaceholders.js';
import { runOnce } from './process/runOnce.js';
import { stepVariables } from './stepVariables.js';

/** What leads a program that knows nothing of us to the sandbox of its case. */
export interface CaseEnvironment {
  /** Variables such as the base URL an SDK reads, a proxy, a certificate authority. */
  readonly env: Readonly<Record<string, string>>;
  /** Calls to hosts that no contract names, as they were refused. */
  refused(): readonly string[];
  close(): Promise<void>;
}

/** Opens the environment of one case. */
export type Environment = (place: CasePlace, message: RunMessage) => Promise<CaseEnvironment>;

export interface ObserveOptions extends ProgramOptions {
  /** Default: nothing but TOMBSTONE_BASE_URL and the other variables that `stepVariables` names. */
  readonly environment?: Environment;
}

/**
 * The observe rung: an unmodified program, started once for each step of a case. It is told what to do by placeholders
 * in its command line (`{task_id}`, `{operation}`, `{baseUrl}`) and by variables, and says nothing but by its exit.
 *
 * @param command an argument vector; no shell reads it
 */
export function observeRung(command: readonly string[], options: ObserveOptions = {}): Rung {
  const { concurrency = availableParallelism(), capabilities = ['*'] } = options;
  return {
    name: 'observe',
    client: { name: programName(command) },
    capabilities,
    concurrency,
    async run(message, place) {
      try {
        return await observe(command, message, place, options);
      } catch (error) {
        return fault(error instanceof Error ? error.message : String(error));
      }
    },
    async close() {},
  };
}

const nothing: Environment = async () => ({ env: {}, refused: () => [], close: async () => {} });

async function observe(
  command: readonly string[],
  message: RunMessage,
  place: CasePlace,
  { env = {}, cwd, grace = 2_000, environment = nothing, onStart }: ObserveOptions,
): Promise<RungAnswer> {
  const lines: { readonly step: Step; readonly command: readonly string[] }[] = [];
  for (const step of message.do) {
    if (step.until)
      return unsupported(`The program is not told to call ${step.operation} until something has happened.`);
    const { command: filled, missing } = fillPlaceholders(command, step, message);
    if (missing) return unsupported(`Its command line needs {${missing}}, and ${step.operation} is called without it.`);
    lines.push({ step, command: filled });
  }
  const opened = await environment(place, message);
  try {
    let answer: RungAnswer = unsupported('There is nothing to do.');
    const printed = { stdout: '', stderr: '' };
    for (const line of lines) {
      const { ending, ranOut, output } = await runOnce(line.command, {
        env: { ...env, ...stepVariables(line.step, message), ...opened.env },
        ...(cwd === undefined ? {} : { cwd }),
        grace,
        signal: place.signal,
        onStart,
      });
      printed.stdout += output.stdout;
      printed.stderr += output.stderr;
      if (ranOut) return { ...fault('It did not end in the time a case has.'), output: printed };
      const signal = ending.signal === null ? {} : { signal: ending.signal };
      answer = { type: 'exit', status: ending.status, ...signal, refused: opened.refused(), output: printed };
    }
    return answer;
  } finally {
    await opened.close();
  }
}

function unsupported(reason: string): RungAnswer {
  return { type: 'unsupported', reason };
}
