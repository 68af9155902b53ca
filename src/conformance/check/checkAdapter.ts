import { TombstoneError } from '../../errors.js';
import type { HelloReply } from '../protocol/messages.js';
import type { AdapterOptions } from '../rungs/adapterStream.js';
import { startAdapter } from '../rungs/startAdapter.js';
import { endings } from './endings.js';
import { type Interview, interview } from './interview.js';
import { type Probe, probes } from './probes.js';

/** One thing an adapter has to do, and whether it does. */
export interface AdapterFinding {
  /** Stable: `handshake`, `unknown-operation`, `end-of-input`. */
  readonly id: string;
  /** What it has to do, in a sentence. */
  readonly requirement: string;
  /** What it did instead; only where it does not hold. */
  readonly problem?: string;
}

/** What an adapter's check came to. */
export interface AdapterReport {
  /** What it said of itself; missing where it said no hello, which then is the only finding. */
  readonly hello?: HelloReply;
  readonly findings: readonly AdapterFinding[];
}

export interface AdapterCheckOptions extends Pick<AdapterOptions, 'env' | 'cwd'> {
  /** Milliseconds its hello, each answer and each end is waited for. Default 10,000. */
  readonly patience?: number;
}

/**
 * Finds what is wrong with an adapter before any case does, by asking it for what no client can do.
 *
 * @param command an argument vector; no shell reads it
 * @throws TombstoneError `adapter-not-started`
 */
export async function checkAdapter(
  command: readonly string[],
  { patience = 10_000, ...options }: AdapterCheckOptions = {},
): Promise<AdapterReport> {
  const findings: AdapterFinding[] = [];
  const find = (id: string, requirement: string, problem?: string) =>
    findings.push({ id, requirement, ...(problem === undefined ? {} : { problem }) });
  const begin = async () =>
    interview(await startAdapter(command, { ...options, handshakeTimeout: patience, grace: patience }), patience);
  const handshake = ['handshake', 'Says hello first, in the version asked for, and in time.'] as const;

  const met: Interview[] = [];
  async function meet(): Promise<Interview | string> {
    try {
      const one = await begin();
      met.push(one);
      return one;
    } catch (error) {
      if (error instanceof TombstoneError && error.code === 'broken-adapter') return withoutCode(error);
      throw error;
    }
  }

  async function probe({ id, requirement, run }: Probe, from: Interview | string): Promise<void> {
    find(id, requirement, typeof from === 'string' ? from : await run(from));
  }

  let current = await meet();
  if (typeof current === 'string') {
    find(...handshake, current);
    return { findings };
  }
  const { hello } = current.adapter;
  find(...handshake);
  for (const one of probes) {
    if (typeof current === 'string' || current.isOver) current = await meet();
    await probe(one, current);
  }
  for (const one of endings(patience)) await probe(one, await meet());
  await Promise.all(met.map(({ adapter }) => adapter.stop()));

  const first = (texts: (one: Interview) => readonly string[]) => met.flatMap(texts)[0];
  find(
    'one-answer',
    'Answers each case once, and nothing else.',
    first(({ surplus }) => surplus),
  );
  find(
    'standard-output',
    'Prints nothing but messages to standard output.',
    first(({ noise }) => noise),
  );
  return { hello, findings };
}

function withoutCode({ message, code }: TombstoneError): string {
  return message.replace(` [${code}]`, '');
}
