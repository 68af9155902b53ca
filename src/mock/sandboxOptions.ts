import type { LoadedContract } from '../engine/loadedContract.js';
import { didYouMean, TombstoneError } from '../errors.js';
import type { MockOptions, SandboxOptions } from './mock.js';

/** What a sandbox is made of. */
export interface Ingredients {
  readonly contracts: readonly LoadedContract[];
  readonly options: MockOptions;
}

/** What a sandbox beside another is made of: the same, except for what is given. @throws TombstoneError `unknown-provider` */
export function besides({ contracts, options }: Ingredients, given: SandboxOptions): Ingredients {
  const { providers, fixtures = {}, switches = {}, ...others } = given;
  const chosen = providers === undefined ? contracts : choose(contracts, providers);
  const ids = new Set(chosen.map(({ compiled }) => compiled.id));
  const own = <Value>(all: Readonly<Record<string, Value>> = {}) =>
    Object.fromEntries(Object.entries(all).filter(([id]) => ids.has(id)));
  const settings = { ...own(options.switches) };
  for (const [id, values] of Object.entries(switches)) settings[id] = { ...settings[id], ...values };
  return {
    contracts: chosen,
    options: { ...options, ...others, fixtures: { ...own(options.fixtures), ...fixtures }, switches: settings },
  };
}

function choose(contracts: readonly LoadedContract[], providers: readonly string[]): readonly LoadedContract[] {
  const known = contracts.map(({ compiled }) => compiled.id);
  return [...new Set(providers)].map((provider) => {
    const contract = contracts.find(({ compiled }) => compiled.id === provider);
    if (contract) return contract;
    throw new TombstoneError(
      'unknown-provider',
      `There is no provider "${provider}" here.${didYouMean(provider, known)} Known: ${known.join(', ')}.`,
    );
  });
}
