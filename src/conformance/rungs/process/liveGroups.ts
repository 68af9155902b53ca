import { atProcessEnd } from '../../../atProcessEnd.js';

/** Process groups that run, by the id of their leader. A group of its own does not hear Ctrl-C. */
const live = new Map<number, () => void>();

/** Ends the group with this process, until `forget`. */
export function remember(leader: number): void {
  live.set(
    leader,
    atProcessEnd(() => signalGroup(leader, 'SIGKILL')),
  );
}

/** The group is gone. */
export function forget(leader: number): void {
  live.get(leader)?.();
  live.delete(leader);
}

/** Sends a signal to every process of a group; false where there is none. */
export function signalGroup(leader: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(-leader, signal);
  } catch {
    return false;
  }
}
