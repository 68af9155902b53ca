import { didYouMean } from '../errors.js';
import type { Issue } from './issue.js';
import { childOf, cloneLocated, type Located, type LocatedList, type LocatedMap, nodeAt, placeIn } from './located.js';
import { merge } from './overlayMerge.js';
import { type Selection, select } from './overlaySelect.js';

/** A document with an overlay laid over it. */
export interface Overlaid {
  /** A copy; what the overlay brought in keeps its own place. */
  readonly document: Located;
  readonly issues: readonly Issue[];
}

/**
 * Applies an OpenAPI Overlay (1.0 or 1.1). Unlike the specification, which lets it pass, a target that matches
 * nothing is an error here: an overlay that mends a vendor's document must be told when the vendor did.
 */
export function applyOverlay(original: Located, overlay: Located): Overlaid {
  const document = cloneLocated(original);
  const issues = checkForm(overlay);
  if (issues.length > 0) return { document, issues };
  const actions = childOf(overlay, 'actions') as LocatedList;
  for (const [index, action] of actions.items.entries()) {
    issues.push(...applyAction(document, overlay, action, ['actions', index]));
  }
  return { document, issues };
}

function applyAction(document: Located, overlay: Located, action: Located, at: readonly (string | number)[]): Issue[] {
  const complain = (code: Issue['code'], key: string, message: string): Issue[] => [
    { code, severity: 'error', message, place: placeIn(overlay, [...at, key]) },
  ];
  const found = select(document, textOf(action, 'target'));
  if ('problem' in found) return complain('overlay-target', 'target', found.problem);
  if (scalarOf(action, 'remove') === true) {
    return found.paths.some((path) => path.length === 0)
      ? complain('overlay-target', 'target', 'The whole document cannot be removed.')
      : removeAll(document, found);
  }
  const copied = childOf(action, 'copy');
  const source = copied ? select(document, textOf(action, 'copy')) : undefined;
  if (source && 'problem' in source) return complain('overlay-target', 'copy', source.problem);
  if (source && source.paths.length !== 1) {
    return complain('overlay-target', 'copy', `\`copy\` selects ${source.paths.length} nodes; it must select one.`);
  }
  const update = source ? nodeAt(document, source.paths[0] ?? []) : childOf(action, 'update');
  if (!update)
    return complain('overlay-invalid', 'target', 'This action has no `update`, no `remove: true` and no `copy`.');
  return updateAll(document, found, cloneLocated(update), (message) =>
    complain('overlay-invalid', copied ? 'copy' : 'update', message),
  );
}

function updateAll(
  document: Located,
  found: Selection,
  update: Located,
  complain: (message: string) => Issue[],
): Issue[] {
  const kinds = new Set(found.paths.map((path) => nodeAt(document, path)?.kind));
  if (kinds.size > 1)
    return complain(`The target selects nodes of different kinds: ${[...kinds].join(', ')}. Name them apart.`);
  return found.paths.flatMap((path) => merge(document, path, cloneLocated(update)).flatMap(complain));
}

function removeAll(document: Located, found: Selection): Issue[] {
  // From the back, so that the indexes before stay true; what lies inside something removed goes first.
  for (const path of found.paths.toReversed()) {
    const parent = nodeAt(document, path.slice(0, -1));
    const last = path.at(-1) ?? '';
    if (parent?.kind === 'map') parent.entries.delete(String(last));
    if (parent?.kind === 'list') parent.items.splice(Number(last), 1);
  }
  return [];
}

const overlayKeys = ['overlay', 'info', 'extends', 'actions'];
const actionKeys = ['target', 'description', 'update', 'remove', 'copy'];

/** What must be right before actions can be applied at all. */
function checkForm(overlay: Located): Issue[] {
  const issues: Issue[] = [];
  const complain = (path: readonly (string | number)[], message: string) =>
    issues.push({ code: 'overlay-invalid', severity: 'error', message, place: placeIn(overlay, path) });
  if (overlay.kind !== 'map') {
    complain([], 'Expected an OpenAPI Overlay: a map with the keys `overlay`, `info` and `actions`.');
    return issues;
  }
  checkKeys(overlay, overlayKeys, (key, message) => complain([key], message));
  if (!/^1\.[01]\.\d+$/.test(textOf(overlay, 'overlay')))
    complain(['overlay'], 'Expected `overlay: 1.0.0` or `overlay: 1.1.0`.');
  const info = childOf(overlay, 'info');
  if (!info || !textOf(info, 'title') || !textOf(info, 'version'))
    complain(['info'], 'Expected `info` with a `title` and a `version`, both texts.');
  const actions = childOf(overlay, 'actions');
  if (actions?.kind !== 'list' || actions.items.length === 0)
    complain(['actions'], 'Expected `actions`, a list of at least one action.');
  for (const [index, action] of actions?.kind === 'list' ? actions.items.entries() : []) {
    if (action.kind !== 'map' || textOf(action, 'target') === '')
      complain(['actions', index], 'Expected an action: a map with a `target`.');
    else checkKeys(action, actionKeys, (key, message) => complain(['actions', index, key], message));
  }
  return issues;
}

function checkKeys(map: LocatedMap, known: readonly string[], complain: (key: string, message: string) => void): void {
  for (const key of map.entries.keys()) {
    if (known.includes(key) || key.startsWith('x-')) continue;
    complain(key, `Unknown key "${key}"; an overlay knows ${known.join(', ')}.${didYouMean(key, known)}`);
  }
}

function scalarOf(node: Located, key: string): unknown {
  const child = childOf(node, key);
  return child?.kind === 'scalar' ? child.value : undefined;
}

function textOf(node: Located, key: string): string {
  const value = scalarOf(node, key);
  return typeof value === 'string' ? value : '';
}
