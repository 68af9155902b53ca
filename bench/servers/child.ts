import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';

/** Which processor a process may use: servers one, the load generator another. */
export type Core = 0 | 1;

/** Can processes be kept on one processor each here? */
export const canPin = availableParallelism() > 1 && spawnSync('taskset', ['--version']).status === 0;

/** The command that runs node with these arguments on one processor, where that is possible. */
export function pinned(core: Core, args: readonly string[]): readonly [string, readonly string[]] {
  return canPin ? ['taskset', ['-c', String(core), process.execPath, ...args]] : [process.execPath, args];
}

/** A process of the benchmark that answers one message with one message. */
export interface Child<Order, Answer> {
  readonly first: unknown;
  ask(order: Order): Promise<Answer>;
  end(): Promise<void>;
}

/** Starts a script of the benchmark and waits for its first message. */
export async function startChild<Order, Answer>(
  script: URL,
  args: readonly string[],
  core: Core,
  nodeOptions: readonly string[] = [],
): Promise<Child<Order, Answer>> {
  const [command, all] = pinned(core, [...nodeOptions, fileURLToPath(script), ...args]);
  const child = spawn(command, [...all], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const first = await answerOf(child);
  return {
    first,
    async ask(order) {
      const answer = answerOf(child);
      child.send(order as never);
      return (await answer) as Answer;
    },
    async end() {
      const exit = once(child, 'exit');
      child.kill();
      await exit;
    },
  };
}

async function answerOf(child: ChildProcess): Promise<unknown> {
  const gone = new AbortController();
  const exit = once(child, 'exit', { signal: gone.signal }).then(([status]) => {
    throw new Error(`a process of the benchmark ended with ${status}: ${child.spawnargs.join(' ')}`);
  });
  try {
    const [message] = (await Promise.race([once(child, 'message', { signal: gone.signal }), exit])) as [unknown];
    return message;
  } finally {
    gone.abort();
    exit.catch(() => {});
  }
}
