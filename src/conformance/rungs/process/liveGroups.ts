/**
 * Process groups that run, by the id of their leader. A group of its own does not hear Ctrl-C, so what ends this
 * process has to end them, too.
 */
const live = new Set<number>();
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Ends the group with this process, however that ends (but for SIGKILL), until `forget`. */
export function remember(leader: number): void {
  if (live.size === 0) {
    process.on('exit', endAll);
    for (const signal of signals) process.on(signal, dieOf);
  }
  live.add(leader);
}

/** The group is gone. */
export function forget(leader: number): void {
  if (!live.delete(leader) || live.size > 0) return;
  process.off('exit', endAll);
  for (const signal of signals) process.off(signal, dieOf);
}

function endAll(): void {
  for (const leader of live) signalGroup(leader, 'SIGKILL');
}

function dieOf(signal: NodeJS.Signals): void {
  // Whoever listens besides decides what the signal means; it will end its rungs, or this process.
  if (process.listenerCount(signal) > 1) return;
  endAll();
  for (const one of signals) process.off(one, dieOf);
  process.kill(process.pid, signal);
}

/** Sends a signal to every process of a group; false where there is none. */
export function signalGroup(leader: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(-leader, signal);
  } catch {
    return false;
  }
}
