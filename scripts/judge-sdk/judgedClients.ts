import type { JudgedSdk } from './clientResults.js';
import type { JudgedClient } from './resultTables.js';

/** The SDKs that the suite is run on. */
export const sdkList = 'conformance/shims/sdks/sdks.json';

/** Where the results of one are kept. */
export function resultsFile(name: string): string {
  return `conformance/results/${name}.json`;
}

/** Each SDK with its saved results. */
export function judgedClients(read: (path: string) => string): readonly JudgedClient[] {
  const sdks: readonly JudgedSdk[] = JSON.parse(read(sdkList));
  return sdks.map((sdk) => ({ sdk, results: JSON.parse(read(resultsFile(sdk.name))) }));
}
