import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atProcessEnd } from './atProcessEnd.js';

/** A folder that does not outlive this process. */
export interface TemporaryFolder {
  readonly path: string;
  /** Takes it away, with all that is in it. */
  remove(): void;
}

/** @param prefix what its name begins with */
export function temporaryFolder(prefix: string): TemporaryFolder {
  let path: string | undefined;
  const takeAway = () => {
    if (path !== undefined) rmSync(path, { recursive: true, force: true });
  };
  // First, or a signal could come in between.
  const forget = atProcessEnd(takeAway);
  path = mkdtempSync(join(tmpdir(), prefix));
  return {
    path,
    remove() {
      forget();
      takeAway();
    },
  };
}
