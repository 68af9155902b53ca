import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

const prefix = 'tombstone-authority-';
const name = new RegExp(`^${prefix}(\\d+)-`);
/** What a certificate of ours lives. */
const lifetime = 24 * 60 * 60 * 1000;

/** What the folder of an authority of this process begins with. */
export function folderPrefix(): string {
  return `${prefix}${process.pid}-`;
}

/** Takes away what runs that were killed left in a folder: those whose process is gone, or whose day is over. */
export function sweepFolders(parent: string): void {
  for (const entry of readdirSync(parent)) {
    const pid = name.exec(entry)?.[1];
    if (pid === undefined) continue;
    const folder = join(parent, entry);
    if (isOwn(folder) && (isOld(folder) || !isAlive(Number(pid)))) rmSync(folder, { recursive: true, force: true });
  }
}

/** Another user's is not ours to judge, nor is anything else of that name. */
function isOwn(folder: string): boolean {
  const found = statSync(folder, { throwIfNoEntry: false });
  return found?.isDirectory() === true && found.uid === process.getuid?.();
}

function isOld(folder: string): boolean {
  const found = statSync(folder, { throwIfNoEntry: false });
  return found !== undefined && Date.now() - found.mtimeMs > lifetime;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of somebody else is there, too.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
