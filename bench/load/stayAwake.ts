/**
 * Keeps this process from sleeping while it waits for answers. To wake a process that sleeps is work of the one that
 * answers it: a server that lets the generator fall asleep more often would pay for that, too, and for nothing it does.
 *
 * @param done how much was done so far; while it stays the same, there was nothing to do
 * @returns ends it, and says for how many seconds there was nothing to do
 */
export function stayAwake(done: () => number): () => number {
  let idle = 0;
  let last = { at: performance.now(), done: done() };
  const turn = () => {
    const now = { at: performance.now(), done: done() };
    if (now.done === last.done) idle += now.at - last.at;
    last = now;
    next = setImmediate(turn);
  };
  let next = setImmediate(turn);
  return () => {
    clearImmediate(next);
    return idle / 1000;
  };
}
