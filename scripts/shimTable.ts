import { posix } from 'node:path';
import { markdownTable } from '../src/report/markdown.js';
import { lineCount, shims } from './shims.js';

/** The shims with their lines, for a page in `docs`, in Markdown. */
export function shimTable(read: (path: string) => string): string {
  const file = (path: string) => `[${posix.basename(path)}](../${path}), ${lineCount(read(path))} lines`;
  const rows = shims.map(({ language, adapter, client, needs }) => [language, file(adapter), file(client), needs]);
  return markdownTable(['language', 'shim', 'client', 'needs'], rows);
}
