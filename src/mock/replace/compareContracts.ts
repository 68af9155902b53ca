import type { CompiledContract } from '../../language/compiledContract.js';
import { httpMethods } from '../../language/openapi.js';
import type { Changes, ContractChanges } from './replacedContract.js';

/** Name → what stands for it, as a text that can be compared. */
type Texts = ReadonlyMap<string, string>;

/** What two versions of a contract say differently. */
export function compareContracts(before: CompiledContract, after: CompiledContract): ContractChanges {
  return {
    rules: { ...changes(joined(rulesOf(before)), joined(rulesOf(after))), reordered: reordered(before, after) },
    operations: changes(operationsOf(before), operationsOf(after)),
    resources: changes(textsOf(before.lifecycle.resources), textsOf(after.lifecycle.resources)),
    others: Object.values(changes(othersOf(before), othersOf(after))).flat(),
  };
}

function changes(before: Texts, after: Texts): Changes {
  return {
    added: [...after.keys()].filter((name) => !before.has(name)),
    removed: [...before.keys()].filter((name) => !after.has(name)),
    changed: [...after.keys()].filter((name) => before.has(name) && before.get(name) !== after.get(name)),
  };
}

/** Table → its rules in the order they are tried. */
function rulesOf({ id, lifecycle }: CompiledContract): ReadonlyMap<string, Texts> {
  const tables = Object.entries(lifecycle.operations).map(([operation, { decide, failures }]) => ({
    table: `${id}/${operation}`,
    rows: [...decide, ...failures],
  }));
  return new Map(
    [...tables, { table: id, rows: lifecycle.failures }].map(({ table, rows }) => [
      table,
      new Map(rows.map((row) => [`${table}/${row.id}`, textOf(row)])),
    ]),
  );
}

function joined(tables: ReadonlyMap<string, Texts>): Texts {
  return new Map([...tables.values()].flatMap((rules) => [...rules]));
}

function reordered(before: CompiledContract, after: CompiledContract): readonly string[] {
  const old = rulesOf(before);
  return [...rulesOf(after)].flatMap(([table, rules]) => {
    const then = old.get(table) ?? new Map<string, string>();
    const order = (one: Texts, other: Texts) => [...one.keys()].filter((rule) => other.has(rule)).join();
    return order(rules, then) === order(then, rules) ? [] : [table];
  });
}

function operationsOf({ document, lifecycle }: CompiledContract): Texts {
  const texts = new Map<string, string>();
  for (const [path, item] of Object.entries(document.paths ?? {})) {
    for (const method of httpMethods) {
      const id = item[method]?.operationId;
      if (id === undefined) continue;
      const shared = Object.entries(item).filter(([name]) => !httpMethods.some((one) => one === name));
      const { on, by, bind } = lifecycle.operations[id] ?? {};
      texts.set(id, textOf([method, path, item[method], shared, on, by, bind]));
    }
  }
  return texts;
}

/** Everything that is not compared by names of its own. */
function othersOf({ document, lifecycle }: CompiledContract): Texts {
  const { paths: _, components = {}, ...rest } = document;
  const { resources: _1, operations: _2, failures: _3, ...settings } = lifecycle;
  return new Map([...textsOf(rest), ...textsOf(components, 'components/'), ...textsOf(settings, 'x-lifecycle/')]);
}

function textsOf(parts: object, prefix = ''): Texts {
  return new Map(Object.entries(parts).map(([name, part]) => [prefix + name, textOf(part)]));
}

function textOf(part: unknown): string {
  return JSON.stringify(part, (name, value: unknown) => (name === 'place' && isPlace(value) ? undefined : value)) ?? '';
}

/** Citations have a `place` too, and that one is a text. */
function isPlace(value: unknown): boolean {
  return value !== null && typeof value === 'object' && Object.keys(value).join() === 'file,line,column';
}
