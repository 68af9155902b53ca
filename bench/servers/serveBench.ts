import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** What a server process has used, as it sees itself. */
export interface Usage {
  /** Processor time, user and system, in microseconds. */
  readonly cpu: number;
  /** Resident memory, in bytes. */
  readonly rss: number;
}

export type Order = 'usage' | 'reset' | 'collect';

/** Tells the benchmark that a server listens, and answers its questions, over the channel node opens for a child. */
export function serveBench(port: number, reset: () => void): void {
  process.on('SIGTERM', () => process.exit(0));
  process.on('message', (order: Order) => {
    if (order === 'reset') reset();
    if (order === 'collect') collectGarbage();
    const { user, system } = process.cpuUsage();
    process.send?.({ cpu: user + system, rss: process.memoryUsage.rss() } satisfies Usage);
  });
  process.send?.({ port });
}

/** Collects all there is, as node does by itself sooner or later. The flag is set only now: it must not change what is measured. */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  collect();
}
