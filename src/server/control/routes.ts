import { didYouMean, TombstoneError } from '../../errors.js';
import type { ControlRoute } from './call.js';
import { clockRoute } from './clock.js';
import { faultRoute, faultsRoute } from './faults.js';
import { healthRoute } from './health.js';
import { journalRoute, journalStreamRoute } from './journal.js';
import { providersRoute } from './providers.js';
import { recordRoute } from './record.js';
import { sandboxesRoute, sandboxRoute } from './sandboxes.js';
import { resetRoute, stateRoute } from './state.js';
import { switchesRoute } from './switches.js';

/** The whole control interface. */
export const routes: readonly ControlRoute[] = [
  healthRoute,
  providersRoute,
  stateRoute,
  recordRoute,
  resetRoute,
  clockRoute,
  journalRoute,
  journalStreamRoute,
  faultsRoute,
  faultRoute,
  switchesRoute,
  sandboxesRoute,
  sandboxRoute,
];

/**
 * The route of a path below `/_tombstone`, and the decoded segments that stand for its names.
 *
 * @throws TombstoneError `unknown-call`; `bad-call` where a segment is wrongly encoded.
 */
export function findRoute(path: string): { readonly route: ControlRoute; readonly names: readonly string[] } {
  const segments = path.split('/');
  for (const route of routes) {
    const names = match(route.path.split('/'), segments);
    if (names) return { route, names: names.map(decode) };
  }
  const known = routes.map((route) => route.path);
  const list = known.map((each) => `/_tombstone${each}`).join(', ');
  throw new TombstoneError(
    'unknown-call',
    `There is no call /_tombstone${path}.${didYouMean(path, known)} Known: ${list}.`,
  );
}

function match(template: readonly string[], segments: readonly string[]): readonly string[] | undefined {
  if (template.length !== segments.length) return undefined;
  const names: string[] = [];
  for (const [index, part] of template.entries()) {
    const segment = segments[index] ?? '';
    if (part.startsWith('{') && segment !== '') names.push(segment);
    else if (part !== segment) return undefined;
  }
  return names;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch (cause) {
    throw new TombstoneError('bad-call', `"${segment}" in the path is not percent-encoded UTF-8.`, { cause });
  }
}
