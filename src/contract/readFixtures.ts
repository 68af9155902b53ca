import { didYouMean } from '../errors.js';
import type { RecordSet } from '../language/compiledContract.js';
import type { Resource } from '../language/lifecycle.js';
import type { Issue } from './issue.js';
import { childOf, keyPlaceIn, type Located, type LocatedMap, placeIn, toData } from './located.js';

/** Reads fixtures.yaml: resource → records, each with at least its key. */
export function readFixtures(
  root: Located,
  resources: Readonly<Record<string, Resource>>,
): { readonly fixtures: RecordSet; readonly issues: Issue[] } {
  const issues: Issue[] = [];
  const complain = (path: readonly (string | number)[], message: string, place = placeIn(root, path)) =>
    issues.push({ code: 'bad-fixture', severity: 'error', message, place });
  if (root.kind !== 'map') {
    complain([], 'Expected a map from resource to a list of records.');
    return { fixtures: {}, issues };
  }
  for (const [name, { value: records }] of root.entries) {
    const resource = Object.hasOwn(resources, name) ? resources[name] : undefined;
    const known = Object.keys(resources);
    if (!resource)
      complain(
        [name],
        `There is no resource "${name}"; declared are ${known.join(', ')}.${didYouMean(name, known)}`,
        keyPlaceIn(root, [name]),
      );
    if (records.kind !== 'list') complain([name], `Expected a list of records of ${name}.`);
    for (const [index, record] of records.kind === 'list' ? records.items.entries() : []) {
      if (record.kind !== 'map') complain([name, index], 'Expected a record: a map from field to value.');
      else if (resource && !record.entries.has(resource.key.field))
        complain([name, index], `This record has no ${resource.key.field}, the key of ${name}.`);
      else if (resource)
        complainOfState(record, resource, (message) => complain([name, index, resource.state?.field ?? ''], message));
    }
  }
  return { fixtures: issues.length > 0 ? {} : (toData(root) as RecordSet), issues };
}

/** A record that says nothing of its state gets the first one. */
function complainOfState(record: LocatedMap, { state }: Resource, complain: (message: string) => void): void {
  const written = state && childOf(record, state.field);
  if (!state || !written) return;
  const value = toData(written);
  const known = Object.values(state.values);
  if (known.some((one) => one === value)) return;
  const names = known.map(String);
  complain(
    `There is no ${state.field} ${JSON.stringify(value)}; declared are ${names.join(', ')}.${didYouMean(String(value), names)}`,
  );
}
