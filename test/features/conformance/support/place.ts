import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { RunMessage, Step } from '../../../../src/conformance/protocol/messages.js';
import type { CasePlace, Rung, RungAnswer } from '../../../../src/conformance/rung.js';
import { loadContract } from '../../../../src/contract/loadContract.js';
import { createMock } from '../../../../src/mock/createMock.js';
import type { Mock } from '../../../../src/mock/mock.js';
import { listen } from '../../../../src/server/listen.js';

const contract = await loadContract('twelvelabs');

/** Tasks of the fixtures. */
export const deletable = '6298d673f1090f1100476d4c';
export const indexing = '7a5c00000000000000000005';

let seq = 0;

/** What a case was run in, and what became of it. */
export interface Played {
  readonly answer: RungAnswer;
  readonly message: RunMessage;
  readonly mock: Mock;
}

export interface PlayOptions {
  /** Milliseconds a case has; nothing is waited for that long unless it never answers. Default 20,000. */
  readonly patience?: number;
  readonly steps?: readonly Step[];
  readonly credentials?: RunMessage['credentials'];
}

/** Takes a rung through one case, in a sandbox of its own on a port of its own. */
export async function play(rung: Rung, id: string, options: PlayOptions = {}): Promise<Played> {
  const mock = createMock([contract]);
  await using listener = await listen(mock, { port: 0 });
  const steps = options.steps ?? [{ operation: 'deleteTask', parameters: { task_id: deletable } }];
  seq += 1;
  const message: RunMessage = {
    type: 'run',
    seq,
    case: id,
    provider: 'twelvelabs',
    baseUrl: `${listener.url}/v1.3`,
    credentials: options.credentials ?? { ApiKey: { header: 'x-api-key', value: 'tlk_tombstone' } },
    do: steps,
  };
  const place: CasePlace = {
    mock,
    origin: listener.url,
    fetch: mock.fetch,
    signal: AbortSignal.timeout(options.patience ?? 20_000),
  };
  return { answer: await rung.run(message, place), message, mock };
}

/** A program of the fixtures, and the processes it came to. */
export interface Program {
  readonly command: readonly string[];
  /** What makes it note its processes. */
  readonly env: Readonly<Record<string, string>>;
  pids(): readonly number[];
}

/** The command line of a client of test/fixtures/adapters. */
export function fixture(name: string, ...args: readonly string[]): Program {
  const program = fileURLToPath(new URL(`../../../fixtures/adapters/${name}`, import.meta.url));
  const file = join(mkdtempSync(join(tmpdir(), 'pids-')), 'pids');
  return {
    command: [process.execPath, program, ...args],
    env: { TEST_PIDS: file },
    pids: () => (existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').map(Number) : []),
  };
}

/** An adapter that goes wrong in one way, in cases whose id ends with `/hostile`. */
export function hostile(...args: readonly string[]): Program {
  return fixture('hostile.js', ...args);
}

/** Waits until there is no process with one of those ids, nor one in their groups; zombies are none. Gives what stays. */
export async function left(pids: readonly number[]): Promise<readonly number[]> {
  for (let tries = 0; tries < 100; tries += 1) {
    if (running().every((ids) => !ids.some((id) => pids.includes(id)))) return [];
    await setTimeout(20);
  }
  return running()
    .filter((ids) => ids.some((id) => pids.includes(id)))
    .map(([pid]) => pid);
}

/** Process id and group of everything that runs. */
function running(): readonly (readonly [number, number])[] {
  return readdirSync('/proc').flatMap((name) => {
    const [, state, group] = /^\d+ \(.*\) (\w) \d+ (\d+)/.exec(statOf(name)) ?? [];
    return state === undefined || state === 'Z' ? [] : [[Number(name), Number(group)] as const];
  });
}

function statOf(name: string): string {
  try {
    return /^\d+$/.test(name) ? readFileSync(`/proc/${name}/stat`, 'utf8') : '';
  } catch {
    return ''; // it ended meanwhile
  }
}
