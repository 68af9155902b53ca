import { type FSWatcher, realpathSync, statSync, watch } from 'node:fs';
import { basename, dirname } from 'node:path';
import { TombstoneError } from '../errors.js';

/** Some files under watch. */
export interface FileWatch {
  /**
   * Watches these files from now on, and no others; they need not be there yet.
   *
   * @returns whether there is a folder among theirs that was not watched before
   * @throws TombstoneError `cannot-watch`
   */
  cover(files: Iterable<string>): boolean;
  close(): void;
}

interface WatchedFolder {
  readonly watcher: FSWatcher;
  /** Tells it from another folder made in its place. */
  readonly inode: number;
  names: ReadonlySet<string>;
}

/**
 * Watches files through their folders: a file that is replaced by another of its name, as many editors save, is then
 * still noticed, and so is a folder that is replaced.
 *
 * @param onTouch called for every touch of one of the files, whether or not it says something else then
 */
export function watchFiles(onTouch: () => void): FileWatch {
  const folders = new Map<string, WatchedFolder>();

  const drop = (path: string, folder: WatchedFolder): void => {
    folder.watcher.close();
    if (folders.get(path) === folder) folders.delete(path);
  };
  const open = (path: string, inode: number, names: ReadonlySet<string>): void => {
    const watcher = watchFolder(path, (name) => {
      // Where the system does not tell which file it was, it may have been one of ours.
      if (name === null || folder.names.has(name)) onTouch();
    });
    const folder: WatchedFolder = { watcher, inode, names };
    folders.set(path, folder);
    watcher.on('error', () => {
      drop(path, folder);
      onTouch();
    });
  };

  return {
    cover(files) {
      const wanted = foldersOf(files);
      for (const [path, folder] of folders) {
        if (!wanted.has(path) || inodeOf(path) !== folder.inode) drop(path, folder);
      }
      let isNew = false;
      for (const [path, names] of wanted) {
        const folder = folders.get(path);
        const inode = inodeOf(path);
        if (folder) folder.names = names;
        else if (inode !== undefined) {
          open(path, inode, names);
          isNew = true;
        }
      }
      return isNew;
    },
    close() {
      for (const [path, folder] of folders) drop(path, folder);
    },
  };
}

/** The folders to watch, each with the names that matter in it: of the files, and of the folders they are in. */
function foldersOf(files: Iterable<string>): ReadonlyMap<string, ReadonlySet<string>> {
  const folders = new Map<string, Set<string>>();
  const add = (path: string): void => {
    const names = folders.get(dirname(path)) ?? new Set();
    folders.set(dirname(path), names.add(basename(path)));
  };
  for (const file of files) {
    for (const path of new Set([file, realPath(file)])) {
      add(path);
      add(dirname(path));
    }
  }
  return folders;
}

function watchFolder(path: string, onEvent: (name: string | null) => void): FSWatcher {
  try {
    // What is watched does not keep the process alive; what listens does.
    return watch(path, { persistent: false }, (_, name) => onEvent(name));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new TombstoneError('cannot-watch', `${path} cannot be watched for changes: ${reason}.`, { cause });
  }
}

/** Where a link leads; the path itself where it leads nowhere. */
function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

function inodeOf(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.ino;
}
