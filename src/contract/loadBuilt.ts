import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { compileFunction } from 'node:vm';

/**
 * Loads a CommonJS file that the build has written, in one turn of the event loop. Node's own `require` needs three
 * milliseconds to get ready, as much as the rest of a first answer; here it is called only by a file that asks for more.
 */
export function loadBuilt(filename: string): unknown {
  const module: { exports: unknown } = { exports: {} };
  const require = (id: string): unknown => createRequire(filename)(id);
  const run = compileFunction(readFileSync(filename, 'utf8'), ['module', 'exports', 'require'], { filename });
  run(module, module.exports, require);
  return module.exports;
}
