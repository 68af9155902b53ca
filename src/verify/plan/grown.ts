import type { CompiledContract } from '../../language/compiledContract.js';

/** The state in which a related record appears that the service makes by itself as a record goes its way; undefined where it makes none. */
export function appearsIn({ lifecycle }: CompiledContract, resource: string, ref: string): string | undefined {
  const own = lifecycle.resources[resource];
  const to = own?.refs[ref]?.to;
  const effects = Object.values(own?.state?.enter ?? {}).flatMap((rows) => rows.flatMap((row) => row.effects));
  const made = effects.find((effect) => effect.do === 'create' && effect.resource === to);
  if (made?.do !== 'create') return undefined;
  return made.state ?? lifecycle.resources[made.resource]?.state?.initial;
}
