/** Compiles the messages of the adapter protocol into .cache/build/protocol/<message>.cjs; part of `npm run build`, after tsc. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import standalone from 'ajv/dist/standalone/index.js';
import { messageCompiler, messageNames } from '../src/conformance/protocol/messageValidator.js';
import { packageRoot } from '../src/contract/packageRoot.js';

const target = join(packageRoot, '.cache', 'build', 'protocol');
mkdirSync(target, { recursive: true });

const { ajv, compile } = await messageCompiler({ code: { source: true } });
for (const name of messageNames) writeFileSync(join(target, `${name}.cjs`), standalone.default(ajv, compile(name)));
