import { type Located, nodeAt } from './located.js';

const words = { map: 'a map', list: 'a list', scalar: 'a single value' } as const;

/** Merges `update` into the node at `path`; returns what did not fit. */
export function merge(document: Located, path: readonly (string | number)[], update: Located): string[] {
  const target = nodeAt(document, path);
  if (target?.kind === 'list') {
    target.items.push(...(update.kind === 'list' ? update.items : [update]));
    return [];
  }
  if (target?.kind === 'map')
    return update.kind === 'map' ? mergeMaps(target, update, path) : [misfit(path, target, update)];
  if (target && update.kind === 'scalar') return replace(document, path, update);
  return target ? [misfit(path, target, update)] : [];
}

function mergeMaps(
  target: Extract<Located, { kind: 'map' }>,
  update: Extract<Located, { kind: 'map' }>,
  path: readonly (string | number)[],
): string[] {
  const problems: string[] = [];
  for (const [key, entry] of update.entries) {
    const old = target.entries.get(key)?.value;
    if (!old || (old.kind === 'scalar' && entry.value.kind === 'scalar')) target.entries.set(key, entry);
    else if (old.kind === 'map' && entry.value.kind === 'map')
      problems.push(...mergeMaps(old, entry.value, [...path, key]));
    else if (old.kind === 'list' && entry.value.kind === 'list') old.items.push(...entry.value.items);
    else problems.push(misfit([...path, key], old, entry.value));
  }
  return problems;
}

function replace(document: Located, path: readonly (string | number)[], update: Located): string[] {
  const parent = nodeAt(document, path.slice(0, -1));
  const last = path.at(-1) ?? '';
  const entry = parent?.kind === 'map' ? parent.entries.get(String(last)) : undefined;
  if (parent?.kind === 'map' && entry) parent.entries.set(String(last), { ...entry, value: update });
  if (parent?.kind === 'list') parent.items[Number(last)] = update;
  return [];
}

function misfit(path: readonly (string | number)[], target: Located, update: Located): string {
  const where = ['$', ...path].join('.');
  return `${where} is ${words[target.kind]}; ${words[update.kind]} cannot be merged into it. Remove it in an action before, then update its parent.`;
}
