import type { CompiledContract } from '../../language/compiledContract.js';

/** A record that the service makes by itself when another one enters a state. */
export interface Growth {
  /** The state of the other one. */
  readonly at: string;
  /** The state in which it appears. */
  readonly state: string | undefined;
}

/** How a related record appears that no request makes; undefined where the service makes none. */
export function growthOf({ lifecycle }: CompiledContract, resource: string, ref: string): Growth | undefined {
  const own = lifecycle.resources[resource];
  const to = own?.refs[ref]?.to;
  for (const [at, rows] of Object.entries(own?.state?.enter ?? {})) {
    const made = rows.flatMap((row) => row.effects).find((one) => one.do === 'create' && one.resource === to);
    if (made?.do === 'create') return { at, state: made.state ?? lifecycle.resources[made.resource]?.state?.initial };
  }
  return undefined;
}
