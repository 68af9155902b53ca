import type { Lifecycle, Row } from '../../language/lifecycle.js';
import { holds } from '../../table/holds.js';
import type { Situation } from '../../table/situation.js';

/** A row, with the switch values under which it is the first that holds. */
export interface DecidingRow {
  readonly row: Row;
  readonly switches: Readonly<Record<string, string>>;
}

/**
 * The rows that may decide a situation, whatever values the switches of the table have. The one that decides under the
 * default values comes first.
 */
export function rowsThatMayDecide(
  { operations, switches }: Lifecycle,
  operationId: string,
  situation: Situation,
): readonly DecidingRow[] {
  const table = operations[operationId]?.decide ?? [];
  const asked = [
    ...new Set(
      table.flatMap(({ when }) => [when, ...(when.any ?? [])]).flatMap((when) => Object.keys(when.switch ?? {})),
    ),
  ];
  const settings = asked.reduce<readonly Record<string, string>[]>(
    (all, name) => {
      const { default: initial = '', values = {} } = switches[name] ?? {};
      const ordered = [initial, ...Object.keys(values).filter((value) => value !== initial)];
      return all.flatMap((setting) => ordered.map((value) => ({ ...setting, [name]: value })));
    },
    [{}],
  );
  const found = new Map<string, DecidingRow>();
  for (const setting of settings) {
    const row = table.find(({ when }) => holds(when, { ...situation, switches: setting }));
    if (row && !found.has(row.id)) found.set(row.id, { row, switches: settingOf(row, setting) });
  }
  return [...found.values()];
}

/** Of a setting, the values the row asks for; all of it where it asks for none and only others do. */
function settingOf({ when }: Row, setting: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const asked = [when, ...(when.any ?? [])].flatMap((one) => Object.keys(one.switch ?? {}));
  if (asked.length === 0) return setting;
  return Object.fromEntries(asked.map((name) => [name, setting[name] ?? '']));
}
