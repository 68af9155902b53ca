import { lstat, readFile, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { basename, join } from 'node:path';
import { temporaryFolder } from '../../process/temporaryFolder.js';
import { loadMessageCheck } from '../protocol/checkMessage.js';
import type { ClientInfo, ResultFile, RunMessage } from '../protocol/messages.js';
import type { CasePlace, Rung, RungAnswer } from '../rung.js';
import { fault, miscounted } from './fault.js';
import { clip } from './process/clip.js';
import { describeEnding, lastWords } from './process/describeEnding.js';
import { runOnce } from './process/runOnce.js';
import type { Started } from './process/startGroup.js';

/** Longest result file that is read, in bytes. */
const longestResult = 1_048_576;

export interface ProgramOptions extends Started {
  /** Added to this process's environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** Where it runs. Default: where this process does. */
  readonly cwd?: string;
  /** How many cases are taken at a time, each by a process of its own. Default: as many as there are processors. */
  readonly concurrency?: number;
  /** The operations it can call. Default: all. */
  readonly capabilities?: readonly string[];
  /** Milliseconds between SIGTERM and SIGKILL where a case has taken too long. Default 2,000. */
  readonly grace?: number;
}

/**
 * The exec rung: one process for each case. It finds the case in the file TOMBSTONE_CASE_FILE names (the protocol's
 * `run`, as JSON), the base URL also in TOMBSTONE_BASE_URL, and leaves its answer in the file TOMBSTONE_RESULT_FILE
 * names (a reply without `seq`). Only a process that ends with status 0 has answered.
 *
 * @param command an argument vector; no shell reads it
 */
export function execRung(command: readonly string[], options: ProgramOptions = {}): Rung {
  const { concurrency = availableParallelism(), capabilities = ['*'] } = options;
  let client: ClientInfo = { name: programName(command) };
  return {
    name: 'exec',
    get client() {
      return client;
    },
    capabilities,
    concurrency,
    async run(message, place) {
      try {
        const { client: told, ...answer } = await runInFolder(command, message, place, options);
        client = told ?? client;
        return answer;
      } catch (error) {
        return fault(error instanceof Error ? error.message : String(error));
      }
    },
    async close() {},
  };
}

/** What a program is called by its command line: `node deleter.js` is `deleter.js`. */
export function programName([program = '', ...args]: readonly string[]): string {
  const script = args.find((arg) => !arg.startsWith('-') && /\.\w+$/.test(arg));
  return basename(script ?? program);
}

type Answered = RungAnswer & { readonly client?: ClientInfo };

async function runInFolder(
  command: readonly string[],
  message: RunMessage,
  { signal }: CasePlace,
  { env, cwd, grace = 2_000, onStart }: ProgramOptions,
): Promise<Answered> {
  const folder = temporaryFolder('tombstone-case-');
  try {
    const caseFile = join(folder.path, 'case.json');
    const resultFile = join(folder.path, 'result.json');
    await writeFile(caseFile, JSON.stringify(message));
    const files = { TOMBSTONE_CASE_FILE: caseFile, TOMBSTONE_RESULT_FILE: resultFile };
    const { ending, ranOut, output } = await runOnce(command, {
      env: { ...env, ...files, TOMBSTONE_BASE_URL: message.baseUrl },
      ...(cwd === undefined ? {} : { cwd }),
      grace,
      signal,
      onStart,
    });
    const broken = (why: string) => ({ ...fault(`${why}${lastWords(output.stderr)}`), output });
    if (ranOut) return broken('It did not end in the time a case has.');
    if (ending.status !== 0) return broken(`It ${describeEnding(ending)}, whatever its result file says.`);
    const result = await readResult(resultFile, message.do.length);
    return typeof result === 'string' ? broken(result) : { ...result, output };
  } finally {
    folder.remove();
  }
}

/** The answer in a result file, or what is wrong with it. */
async function readResult(path: string, steps: number): Promise<ResultFile | string> {
  // Not what a link leads to, and no pipe that nobody writes to.
  const found = await lstat(path).catch(() => undefined);
  if (!found?.isFile()) return 'It ended with status 0 and left no file where TOMBSTONE_RESULT_FILE says.';
  if (found.size > longestResult) return `Its result file has more than ${longestResult} bytes.`;
  const text = await readFile(path, 'utf8');
  const result = parse(text);
  if (result === undefined) return `Its result file is not JSON: ${clip(text)}`;
  const check = await loadMessageCheck();
  const complaint = check('ResultFile', result);
  if (complaint !== undefined)
    return `Its result file is not as the protocol has it: ${complaint}. It says: ${clip(text)}`;
  const answer = result as ResultFile;
  return (answer.type === 'result' ? miscounted(answer.outcomes.length, steps) : undefined) ?? answer;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
