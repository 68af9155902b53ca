import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Writes down every module a process loads. */
export interface ModuleRecorder {
  /** What makes the process do so. */
  readonly env: { readonly NODE_OPTIONS: string };
  /** The packages among what was loaded until now; one that was put into our build goes by the name of its chunk. */
  packages(): readonly string[];
}

export function recordModules(folder: string): ModuleRecorder {
  const list = join(folder, 'loaded-modules.txt');
  const hooks = join(folder, 'hooks.mjs');
  const preload = join(folder, 'preload.mjs');
  writeFileSync(list, '');
  writeFileSync(
    hooks,
    `import { appendFileSync } from 'node:fs';
export function load(url, context, next) {
  appendFileSync(${JSON.stringify(list)}, url + '\\n');
  return next(url, context);
}`,
  );
  writeFileSync(
    preload,
    `import { register } from 'node:module';
register(${JSON.stringify(pathToFileURL(hooks).href)});`,
  );
  return {
    env: { NODE_OPTIONS: `--import ${pathToFileURL(preload).href}` },
    packages() {
      const names = [
        ...readFileSync(list, 'utf8').matchAll(
          /\/(?:node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*\/(?:node_modules|chunks)\/)|tombstone\/dist\/chunks\/(.+)\.js)/g,
        ),
      ];
      return [...new Set(names.map(([, name, chunk]) => name ?? chunk ?? ''))].sort();
    },
  };
}
