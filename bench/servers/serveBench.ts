/** What a server process has used, as it sees itself. */
export interface Usage {
  /** Processor time, user and system, in microseconds. */
  readonly cpu: number;
  /** Resident memory, in bytes. */
  readonly rss: number;
}

export type Order = 'usage' | 'reset';

/** Tells the benchmark that a server listens, and answers its questions, over the channel node opens for a child. */
export function serveBench(port: number, reset: () => void): void {
  process.on('SIGTERM', () => process.exit(0));
  process.on('message', (order: Order) => {
    if (order === 'reset') reset();
    const { user, system } = process.cpuUsage();
    process.send?.({ cpu: user + system, rss: process.memoryUsage.rss() } satisfies Usage);
  });
  process.send?.({ port });
}
