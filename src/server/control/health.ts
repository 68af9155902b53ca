import { readVersion } from '../../contract/readVersion.js';
import type { ControlRoute } from './call.js';

/** Is somebody there, and which version? */
export const healthRoute: ControlRoute = {
  path: '/health',
  methods: { GET: () => ({ status: 'ok', version: readVersion() }) },
};
