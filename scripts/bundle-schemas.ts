/**
 * Compiles the schemas of our own that a run checks data by: the messages of the adapter protocol into
 * .cache/build/protocol/<message>.cjs, and `x-lifecycle` into .cache/build/schemas/lifecycle.cjs. Part of `npm run build`,
 * after tsc.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import standalone from 'ajv/dist/standalone/index.js';
import { messageCompiler, messageNames } from '../src/conformance/protocol/messageValidator.js';
import { compileLifecycleSchema } from '../src/contract/lifecycleSchema.js';
import { packageRoot } from '../src/contract/packageRoot.js';
import { runtimeText, withoutAjv } from '../src/contract/withoutAjv.js';

const code = { source: true };

const messages = await messageCompiler({ code });
for (const name of messageNames) write('protocol', name, standalone.default(messages.ajv, messages.compile(name)));

const lifecycle = await compileLifecycleSchema({ code });
write('schemas', 'lifecycle', standalone.default(lifecycle.ajv, lifecycle.validate));

function write(folder: string, name: string, text: string): void {
  const target = join(packageRoot, '.cache', 'build', folder);
  mkdirSync(target, { recursive: true });
  writeFileSync(join(target, `${name}.cjs`), runtimeText + withoutAjv(text));
}
