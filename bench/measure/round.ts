import type { Load, LoadResult } from '../load/run.js';
import { type Child, type Core, startChild } from '../servers/child.js';
import type { Order, Usage } from '../servers/serveBench.js';

export type Generator = Child<Load, LoadResult>;

export const serverCore: Core = 0;
const generatorCore: Core = 1;

export function startGenerator(): Promise<Generator> {
  return startChild<Load, LoadResult>(new URL('../load/generator.js', import.meta.url), [], generatorCore);
}

/** A server under measurement. */
export interface Server {
  readonly port: number;
  readonly process: Child<Order, Usage>;
}

/** Starts a server that holds so many tasks. */
export async function startServer(
  kind: 'mock' | 'byHand',
  records: number,
  nodeOptions: readonly string[] = [],
): Promise<Server> {
  const script = kind === 'mock' ? '../servers/mockServer.js' : '../baseline/statefulServer.js';
  const url = new URL(script, import.meta.url);
  const process = await startChild<Order, Usage>(url, [String(records)], serverCore, nodeOptions);
  return { process, port: (process.first as { readonly port: number }).port };
}

/** What a server did in one round. */
export interface Round {
  readonly perSecond: number;
  /** Processor time of the server per request, in microseconds. */
  readonly cpuPerRequest: number;
  /** How much of the time the load generator had something to do: near 1, it is what was measured. */
  readonly generatorBusy: number;
}

/** Sends a load, once or several times with a reset in between, and takes what the server used meanwhile. */
export async function measureRound(
  server: Server,
  generator: Generator,
  load: Omit<Load, 'port'>,
  times = 1,
): Promise<Round> {
  const sum = { requests: 0, seconds: 0, cpu: 0, idle: 0 };
  for (let time = 0; time < times; time += 1) {
    const before = await server.process.ask('usage');
    const result = await generator.ask({ ...load, port: server.port });
    const after = await server.process.ask('usage');
    sum.requests += result.requests;
    sum.seconds += result.seconds;
    sum.cpu += after.cpu - before.cpu;
    sum.idle += result.idle;
    // Every record comes back, outside of what is timed.
    if (load.until === 'each') await server.process.ask('reset');
  }
  return {
    perSecond: sum.requests / sum.seconds,
    cpuPerRequest: sum.cpu / sum.requests,
    generatorBusy: 1 - sum.idle / sum.seconds,
  };
}
