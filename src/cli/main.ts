#!/usr/bin/env node
/** Node 22.8 and later keep what they have compiled. */
interface WithCache {
  readonly enableCompileCache?: () => void;
}

// Before anything of ours is loaded. Asked for by number: on Node 20 the module alone, which cannot do it, would be loaded.
if (Number.parseInt(process.versions.node, 10) >= 22)
  (process.getBuiltinModule?.('node:module') as WithCache | undefined)?.enableCompileCache?.();
await (await import('./start.js')).start();
