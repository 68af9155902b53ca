import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Bytes of the heap in use once all garbage is gone. */
export function heapInUse(): number {
  // What the first collection lets finalizers free, the second takes.
  collect();
  collect();
  return process.memoryUsage().heapUsed;
}
