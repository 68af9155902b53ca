import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Gives a run of the tests one temporary folder for everything it makes, and takes it away afterwards. */
export default function temporaryRoot(): () => void {
  const root = mkdtempSync(join(tmpdir(), 'tombstone-tests-'));
  process.env['TMPDIR'] = root;
  return () => rmSync(root, { recursive: true, force: true, maxRetries: 3 });
}
