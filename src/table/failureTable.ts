import {
  type FailureKind,
  type FailureRow,
  failureCauses,
  failureKinds,
  type InputLocation,
  type Lifecycle,
} from '../language/lifecycle.js';
import { type FailureSituation, failureHolds, namedIn } from './failureSituation.js';
import { type FirstMatch, firstMatch } from './firstMatch.js';

const locations: readonly InputLocation[] = ['path', 'query', 'header', 'body'];
const credentialKinds: readonly FailureKind[] = ['unauthenticated', 'forbidden'];
const inputKinds: readonly FailureKind[] = ['missing', 'invalid', 'unknown', 'malformed'];
const withoutOperation: readonly FailureKind[] = ['unknownRoute', 'methodNotAllowed'];

/**
 * Tries every failure on the rows that apply: an operation's own rows before the provider's, or, without an operation,
 * the provider's alone (a request whose route is unknown).
 */
export function analyseFailures(lifecycle: Lifecycle, operationId?: string): FirstMatch<FailureSituation> {
  const rows = failureRows(lifecycle, operationId);
  const asked = rows.map(({ id, when }) => ({
    id,
    holds: (situation: FailureSituation) => failureHolds(when, situation),
  }));
  return firstMatch(asked, failureSituations(lifecycle, operationId));
}

/** The failure rows tried for an operation, in order. */
export function failureRows(lifecycle: Lifecycle, operationId?: string): readonly FailureRow[] {
  const own = operationId === undefined ? [] : (lifecycle.operations[operationId]?.failures ?? []);
  return [...own, ...lifecycle.failures];
}

/** Every failure an operation can meet, as far as guards can tell; without an operation, those that are about none. */
export function* failureSituations(lifecycle: Lifecycle, operationId?: string): Generator<FailureSituation> {
  const rows = failureRows(lifecycle, operationId);
  const settings = switchSettings(
    lifecycle,
    namedIn(rows, (when) => Object.keys(when.switch ?? {})),
  );
  const about = operationId === undefined ? {} : { operation: operationId };
  for (const kind of failureKinds) {
    if (withoutOperation.includes(kind) !== (operationId === undefined)) continue;
    for (const details of detailsOf(kind, rows)) {
      for (const switches of settings) yield { kind, ...about, ...details, switches };
    }
  }
}

/**
 * The failures a row's cases start from: for each kind, cause, place, keyword and switch setting it decides, one.
 * `operationId` is an operation whose requests can be refused so; none for an unknown route.
 */
export function failureSituationsOf(
  lifecycle: Lifecycle,
  rowId: string,
  operationId?: string,
): readonly FailureSituation[] {
  const rows = failureRows(lifecycle, operationId);
  const found = new Map<string, FailureSituation>();
  for (const situation of failureSituations(lifecycle, operationId)) {
    const { in: _, ...facets } = situation;
    const key = JSON.stringify(facets);
    const first = rows.find((row) => failureHolds(row.when, situation));
    if (first?.id === rowId && !found.has(key)) found.set(key, situation);
  }
  return [...found.values()];
}

type Details = Pick<FailureSituation, 'cause' | 'in' | 'at' | 'keyword'>;

function detailsOf(kind: FailureKind, rows: readonly FailureRow[]): Details[] {
  if (credentialKinds.includes(kind)) return failureCauses.map((cause) => ({ cause }));
  if (!inputKinds.includes(kind)) return [{}];
  const ats = [...namedIn(rows, (when) => when.at), 'other'];
  const keywords = [...namedIn(rows, (when) => when.keyword), 'other'];
  return locations.flatMap((place) => ats.flatMap((at) => keywords.map((keyword) => ({ in: place, at, keyword }))));
}

function switchSettings(lifecycle: Lifecycle, names: readonly string[]): Record<string, string>[] {
  return names.reduce<Record<string, string>[]>(
    (so, name) => {
      const known = lifecycle.switches[name];
      const values = known
        ? [known.default, ...Object.keys(known.values).filter((value) => value !== known.default)]
        : [];
      return so.flatMap((setting) => values.map((value) => ({ ...setting, [name]: value })));
    },
    [{}],
  );
}
