import { join } from 'node:path';
import { packageRoot } from '../../contract/packageRoot.js';
import { quoted } from './quoted.js';

/** The file that leads connections of a Node process to a proxy; `require` takes it in every version of Node. */
export const preload = join(packageRoot, 'dist', 'src', 'intercept', 'node', 'preload.cjs');

/** Node reads variables for proxies from version 24 on only, and then not for every connection. */
export function nodeOptions(): string {
  return `--require ${quoted(preload)}`;
}
