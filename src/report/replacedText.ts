import type { Issue } from '../contract/issue.js';
import type { Changes, DroppedRecord, ReplacedContract } from '../mock/replace/replacedContract.js';
import { issueLine } from './issueText.js';
import type { Paint } from './paint.js';
import { printable } from './printable.js';

/** A version of a contract that is not taken over, and why. */
export interface RefusedContract {
  readonly provider: string;
  readonly errors: readonly Issue[];
  /** Where nothing is wrong with the contract itself. */
  readonly reason?: string;
}

/** Errors each at its place, and that the version before stays. */
export function refusedText({ provider, errors, reason }: RefusedContract, at: Date, paint: Paint): string {
  const what = reason === undefined ? count(errors.length, 'error') : printable(reason);
  return [
    ...errors.map((error) => issueLine(error, paint)),
    `${timeOf(at, paint)} ${provider}: ${paint.red(what)}${what.endsWith('.') ? '' : '.'} The contract in force stays.`,
  ].join('\n');
}

/** What became of a sandbox whose contract was replaced: one line, and one below it for each thing that is otherwise. */
export function replacedText(report: ReplacedContract, at: Date, paint: Paint): string {
  const { rules, operations, resources, others, records, switches, droppedFaults, newFixtures } = report;
  const lines = [
    changesLine('rules', rules),
    rules.reordered.length > 0 && `rules tried in another order: ${listed(rules.reordered)}`,
    changesLine('operations', operations),
    changesLine('resources', resources),
    others.length > 0 && `other parts changed: ${listed(others)}`,
  ].filter((line) => line !== false);
  const consequences = [
    ...groupsOf(records.dropped).map((group) => `dropped ${group}`),
    ...switches.map(({ name, was, now }) =>
      now === undefined ? `switch ${name} is gone; it was ${was}` : `switch ${name}: ${was} → ${now}, its default`,
    ),
    ...droppedFaults.map(({ id, operation }) => `dropped ${id}: there is no ${operation} any more`),
    ...(newFixtures ? ['fixtures changed: POST /_tombstone/reset starts with the new ones'] : []),
  ];
  const head =
    lines.length > 0 || newFixtures
      ? paint.green('contract replaced')
      : 'contract read again; it says the same as before';
  const gone = records.dropped.length > 0 ? `, ${records.dropped.length} dropped` : '';
  return [
    `${timeOf(at, paint)} ${report.provider}: ${head}; ${count(records.kept, 'record')} kept${gone}`,
    ...lines.map((line) => `    ${paint.dim(line)}`),
    ...consequences.map((line) => `    ${printable(line)}`),
  ].join('\n');
}

/** How many names a line shows; the JSON form has all. */
const shown = 8;

function listed(names: readonly string[]): string {
  const more = names.length - shown;
  return more > 0 ? `${names.slice(0, shown).join(', ')} and ${more} more` : names.join(', ');
}

function changesLine(what: string, { added, removed, changed }: Changes): string | false {
  const parts = Object.entries({ added, removed, changed })
    .filter(([, names]) => names.length > 0)
    .map(([how, names]) => `${names.length} ${how} (${listed(names)})`);
  return parts.length > 0 && `${what}: ${parts.join(', ')}`;
}

/** Dropped records by resource and reason: `2 × parcel, whose state "lost" is gone: 1, 2`. */
function groupsOf(dropped: readonly DroppedRecord[]): readonly string[] {
  const groups = new Map<string, string[]>();
  for (const record of dropped) {
    const name = `${record.resource}, ${reasonOf(record)}`;
    groups.set(name, [...(groups.get(name) ?? []), String(record.key)]);
  }
  return [...groups].map(([name, keys]) => `${keys.length} × ${name}: ${listed(keys)}`);
}

function reasonOf({ why, state }: DroppedRecord): string {
  if (why === 'state')
    return state === undefined ? 'which has no state' : `whose state ${JSON.stringify(state)} is gone`;
  return {
    resource: 'a resource that is gone',
    key: 'whose keys are others now',
    partition: 'kept apart otherwise now',
  }[why];
}

function timeOf(at: Date, paint: Paint): string {
  return paint.dim(at.toISOString().slice(11, 23));
}

function count(number: number, thing: string): string {
  return `${number} ${thing}${number === 1 ? '' : 's'}`;
}
