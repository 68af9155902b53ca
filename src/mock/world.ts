import type { Contract, LinkedResource } from '../engine/contract.js';
import { didYouMean, TombstoneError } from '../errors.js';
import type { Store } from '../store/store.js';

/** One provider inside a sandbox: its contract, its records, its switch settings. The first two change together. */
export interface World {
  contract: Contract;
  store: Store;
  switches: Readonly<Record<string, string>>;
}

export type Worlds = ReadonlyMap<string, World>;

/** The world of a provider. @throws TombstoneError `unknown-provider` */
export function findWorld(worlds: Worlds, provider: string): World {
  const world = worlds.get(provider);
  if (world) return world;
  const known = [...worlds.keys()];
  throw new TombstoneError(
    'unknown-provider',
    `There is no provider "${provider}" here.${didYouMean(provider, known)} Known: ${known.join(', ')}.`,
  );
}

/** A resource of a provider. @throws TombstoneError `unknown-resource` */
export function findResource(world: World, name: string): LinkedResource {
  const resource = world.contract.resources.get(name);
  if (resource) return resource;
  const known = [...world.contract.resources.keys()];
  throw new TombstoneError(
    'unknown-resource',
    `${world.contract.id} has no resource "${name}".${didYouMean(name, known)} Known: ${known.join(', ')}.`,
  );
}

/** The settings of a provider's switches where nobody set them. */
export function defaultSwitches(contract: Contract): Record<string, string> {
  return Object.fromEntries(
    Object.entries(contract.compiled.lifecycle.switches).map(([name, { default: value }]) => [name, value]),
  );
}

/** The settings with some replaced. @throws TombstoneError `unknown-switch`; then nothing is changed */
export function changeSwitches(
  world: World,
  values: Readonly<Record<string, unknown>>,
): Readonly<Record<string, string>> {
  const { switches } = world.contract.compiled.lifecycle;
  const changed: Record<string, string> = { ...world.switches };
  for (const [name, value] of Object.entries(values)) {
    const known = Object.keys(switches);
    const declared = Object.hasOwn(switches, name) ? switches[name] : undefined;
    if (!declared) {
      throw new TombstoneError(
        'unknown-switch',
        `${world.contract.id} has no switch "${name}".${didYouMean(name, known)} Known: ${known.join(', ') || 'none'}.`,
      );
    }
    if (typeof value !== 'string' || !Object.hasOwn(declared.values, value)) {
      const allowed = Object.keys(declared.values);
      throw new TombstoneError(
        'unknown-switch',
        `Switch "${name}" of ${world.contract.id} has no value ${JSON.stringify(value)}.${didYouMean(String(value), allowed)} Known: ${allowed.join(', ')}.`,
      );
    }
    changed[name] = value;
  }
  return changed;
}
