const signals = ['SIGINT', 'SIGTERM'] as const;

/**
 * Waits for SIGINT or SIGTERM, and says which one came. A second one does not wait for anything: it ends the process the
 * usual way, with the status the shell gives a process that was killed by it.
 */
export function stopSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    const first = (signal: NodeJS.Signals) => {
      // Without a listener node does what it does by default, which is to die at once.
      for (const signal of signals) process.off(signal, first);
      resolve(signal);
    };
    for (const signal of signals) process.on(signal, first);
  });
}
