import type { Lifecycle, Operation, SchemeRule } from '../../language/lifecycle.js';
import type { Issue, PlaceOf } from '../issue.js';
import type { WrittenLifecycle, WrittenOperation, WrittenSchemeRule } from '../written.js';
import { expandSwitch } from './basis.js';
import type { ExpandContext } from './context.js';
import { expandResource } from './resource.js';
import { expandFailures, expandRows } from './rows.js';
import { mapValues } from './words.js';

/**
 * Spells the language out: shared pieces are spliced in, switch maps become rows, shorthands are written long.
 *
 * @param written has been found to follow the published schema.
 * @param placeOf locates a path inside `x-lifecycle`.
 */
export function expandLifecycle(
  written: WrittenLifecycle,
  placeOf: PlaceOf,
): { lifecycle: Lifecycle; issues: Issue[] } {
  const issues = new Map<string, Issue>();
  const context: ExpandContext = {
    shared: written.shared ?? {},
    switches: mapValues(written.switches, expandSwitch),
    placeOf,
    complain: (code, message, path) => {
      const place = placeOf(path);
      // A shared row is expanded once per use; what is wrong with it is said once.
      issues.set(`${place.file}:${place.line}:${place.column} ${message}`, { code, severity: 'error', message, place });
    },
  };
  const lifecycle: Lifecycle = {
    version: 1,
    time: written.time ?? 'iso',
    integers: written.inputs?.integers ?? 'strict',
    headers: mapValues(written.headers, String),
    auth: mapValues(written.auth, expandSchemeRule),
    baseUrlVariables: written.baseUrlVariables ?? [],
    sources: mapValues(written.sources, ({ date, ...source }) => ({
      ...source,
      ...(date !== undefined && { date: String(date) }),
    })),
    switches: context.switches,
    resources: mapValues(written.resources, (resource, name) => expandResource(name, resource, context)),
    failures: expandFailures(written.failures, ['failures'], context),
    operations: mapValues(written.operations, (operation, id) => expandOperation(id, operation, context)),
  };
  return { lifecycle, issues: [...issues.values()] };
}

function expandOperation(id: string, written: WrittenOperation, context: ExpandContext): Operation {
  const path = ['operations', id];
  return {
    ...(written.on !== undefined && { on: written.on }),
    ...(written.by !== undefined && { by: written.by }),
    bind: written.bind ?? {},
    decide: expandRows(written.decide, written.on ?? '', [...path, 'decide'], context),
    failures: expandFailures(written.failures, [...path, 'failures'], context),
    place: context.placeOf(path),
  };
}

function expandSchemeRule(written: WrittenSchemeRule): SchemeRule {
  if ('call' in written) return written;
  const { accept, refusal } = written;
  return {
    ...(refusal === undefined ? {} : { refusal }),
    accept: Array.isArray(accept)
      ? Object.fromEntries(accept.map((value: string) => [value, {}]))
      : { ...(accept as Record<string, { partition?: string }>) },
  };
}
