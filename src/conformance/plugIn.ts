import type { Rung, RungName } from './rung.js';

/**
 * Plugs a program in.
 *
 * @param command an argument vector; no shell reads it
 * @throws TombstoneError `adapter-not-started`, `broken-adapter`
 */
export async function plugIn(name: Exclude<RungName, 'in-process'>, command: readonly string[]): Promise<Rung> {
  if (name === 'session') return (await import('./rungs/session.js')).startSession(command);
  if (name === 'exec') return (await import('./rungs/exec.js')).execRung(command);
  return (await import('./rungs/observe.js')).observeRung(command);
}
