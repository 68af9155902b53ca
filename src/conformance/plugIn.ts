import type { LoadedContract } from '../engine/loadedContract.js';
import type { Rung, RungName } from './rung.js';
import type { Started } from './rungs/process/startGroup.js';

/**
 * Plugs a program in.
 *
 * @param command an argument vector; no shell reads it
 * @throws TombstoneError `adapter-not-started`, `broken-adapter`
 */
export async function plugIn(
  name: Exclude<RungName, 'in-process'>,
  command: readonly string[],
  contracts: readonly LoadedContract[],
  started: Started = {},
): Promise<Rung> {
  if (name === 'session') return (await import('./rungs/session.js')).startSession(command, started);
  if (name === 'exec') return (await import('./rungs/exec.js')).execRung(command, started);
  const { observeRung } = await import('./rungs/observe.js');
  const { interceptEnvironment } = await import('./rungs/interceptEnvironment.js');
  const intercepted = await interceptEnvironment(contracts);
  const rung = observeRung(command, { ...intercepted, ...started });
  return { ...rung, close: () => rung.close().finally(() => intercepted[Symbol.asyncDispose]()) };
}
