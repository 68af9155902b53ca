import { didYouMean } from '../../errors.js';
import type { Use, WrittenShared } from '../written.js';
import type { ExpandContext, Path } from './context.js';

type Kind = keyof WrittenShared;

/** An item of a list, with the path where it is written. */
export interface Spliced<T> {
  readonly item: T;
  readonly path: Path;
}

/** A list with `use: name` replaced by the items of the shared piece, which may use others in turn. */
export function splice<T extends object>(
  items: readonly (T | Use)[],
  kind: 'rules' | 'where',
  path: Path,
  context: ExpandContext,
  inside: readonly string[] = [],
): Spliced<T>[] {
  return items.flatMap((item, index): Spliced<T>[] => {
    const here = [...path, index];
    if (!('use' in item)) return [{ item: item as T, path: here }];
    if (inside.includes(item.use)) {
      context.complain('unresolved-name', `The shared piece "${item.use}" uses itself.`, here);
      return [];
    }
    const piece = pieceOf(kind, item.use, here, context) as readonly (T | Use)[] | undefined;
    return piece ? splice(piece, kind, ['shared', kind, item.use], context, [...inside, item.use]) : [];
  });
}

/** A map laid over the shared piece its `use` names: own keys win. A text is short for `{use: text}`. */
export function underlie<T extends { readonly use?: string }>(
  written: string | T,
  kind: 'states' | 'paging' | 'sort',
  path: Path,
  context: ExpandContext,
): Omit<T, 'use'> {
  const { use, ...own } = typeof written === 'string' ? ({ use: written } as T) : written;
  if (use === undefined) return own;
  const piece = pieceOf(kind, use, path, context) as T | undefined;
  if (!piece) return own;
  const { use: more, ...keys } = piece;
  if (more !== undefined)
    context.complain('unresolved-name', `The shared piece "${use}" uses another one; only lists of rows may.`, [
      'shared',
      kind,
      use,
    ]);
  return { ...keys, ...own };
}

function pieceOf(kind: Kind, name: string, path: Path, context: ExpandContext): unknown {
  const pieces: Readonly<Record<string, unknown>> = context.shared[kind] ?? {};
  if (Object.hasOwn(pieces, name)) return pieces[name];
  const known = Object.keys(pieces);
  const there = known.length > 0 ? `shared.${kind} has ${known.join(', ')}` : `shared.${kind} is empty`;
  context.complain('unresolved-name', `There is no shared piece "${name}": ${there}.${didYouMean(name, known)}`, path);
  return undefined;
}
