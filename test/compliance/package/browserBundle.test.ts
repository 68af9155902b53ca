import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { expect, it } from 'vitest';
import { packageRoot } from '../../../src/contract/packageRoot.js';

const builtins = new Set(builtinModules);

/** What a bundle for browsers still imports from Node, with everything it is made of put into it. */
async function nodeImports(entry: string): Promise<{ readonly found: readonly string[]; readonly chunks: number }> {
  const bundle = await rolldown({
    input: join(packageRoot, 'dist', 'src', entry),
    platform: 'browser',
    external: (id) => id.startsWith('node:') || builtins.has(id),
    logLevel: 'silent',
  });
  // Smaller, and without comments, which may name anything.
  const { output } = await bundle.generate({ format: 'esm', minify: true });
  await bundle.close();
  const chunks = output.filter((each) => each.type === 'chunk');
  const imported = chunks.flatMap(({ imports, dynamicImports }) => [...imports, ...dynamicImports]);
  const found = imported.filter((id) => id.startsWith('node:') || builtins.has(id));
  const required = chunks.flatMap(({ code }) => code.match(/["'`]node:\w+["'`]/g) ?? []);
  return { found: [...new Set([...found, ...required])], chunks: chunks.length };
}

it('tombstone/msw makes a bundle for browsers that imports nothing of Node, with each contract in a file of its own', async () => {
  const { found, chunks } = await nodeImports('msw/index.js');
  expect(found).toEqual([]);
  expect(chunks).toBeGreaterThan(4);
});

it('would be found out: the same look at the server finds what it imports', async () => {
  expect((await nodeImports('index.js')).found).toContain('node:http');
});
