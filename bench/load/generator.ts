/** The load generator's process: one load at a time, as told. */
import { type Load, runLoad } from './run.js';

process.on('message', async (load: Load) => {
  process.send?.(await runLoad(load));
});
process.send?.('ready');
