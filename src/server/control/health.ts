import { createRequire } from 'node:module';
import type { ControlRoute } from './call.js';

/** Is somebody there, and which version? */
export const healthRoute: ControlRoute = {
  path: '/health',
  methods: { GET: () => ({ status: 'ok', version: readVersion() }) },
};

/** By the package's own name, because its file lies at another distance from the source than from the build. */
function readVersion(): string {
  const manifest: unknown = createRequire(import.meta.url)('tombstone/package.json');
  return (manifest as { version: string }).version;
}
