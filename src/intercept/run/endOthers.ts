import { readdirSync, readFileSync } from 'node:fs';

/**
 * Ends the other processes of the group this one is in that have a variable in their environment: what a command left that
 * had to stay in the group of its terminal. Others of that group, as what a pipe leads to, are nothing of ours.
 *
 * Where there is no /proc they are not found, and stay.
 *
 * @param variable `NAME=value`
 */
export function endOthers(variable: string): void {
  const group = groupOf('self');
  if (group === undefined) return;
  // One that is ended may have started another one before; one that has ended has no environment any more.
  for (let round = 0; round < 10; round += 1) {
    const found = processes().filter((pid) => groupOf(pid) === group && has(pid, variable));
    if (found.length === 0) return;
    for (const pid of found) kill(Number(pid));
  }
}

function processes(): readonly string[] {
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid);
}

/** The fields behind the name, which is in parentheses and may have some itself, are state, parent and group. */
function groupOf(pid: string): string | undefined {
  const stat = read(pid, 'stat');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[2];
}

function has(pid: string, variable: string): boolean {
  return read(pid, 'environ').split('\0').includes(variable);
}

/** Empty where it is gone by now, is another user's, or there is no /proc. */
function read(pid: string, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It is gone.
  }
}
