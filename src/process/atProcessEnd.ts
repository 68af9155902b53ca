/** What is to be done, the last first: what was made later may need what was made before. */
const acts: (() => void)[] = [];
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const;

/**
 * Does something when this process ends, however it ends (but for SIGKILL): a process that is not heard at Ctrl-C, or a
 * folder, must not outlive it.
 *
 * @param act cannot wait for anything
 * @returns what calls it off
 */
export function atProcessEnd(act: () => void): () => void {
  if (acts.length === 0) {
    process.on('exit', doAll);
    for (const signal of signals) process.on(signal, dieOf);
  }
  acts.unshift(act);
  return () => {
    const index = acts.indexOf(act);
    if (index < 0) return;
    acts.splice(index, 1);
    if (acts.length > 0) return;
    process.off('exit', doAll);
    for (const signal of signals) process.off(signal, dieOf);
  };
}

function doAll(): void {
  for (const act of acts.splice(0)) act();
}

function dieOf(signal: NodeJS.Signals): void {
  // Whoever listens besides decides what the signal means; it will end what it started, or this process.
  if (process.listenerCount(signal) > 1) return;
  doAll();
  for (const one of signals) process.off(one, dieOf);
  process.kill(process.pid, signal);
}
