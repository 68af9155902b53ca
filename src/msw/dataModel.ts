import type * as Data from '@mswjs/data';
import { type Entity, indexProperty, layout } from './dataLayout.js';

/** The `@mswjs/data` package. */
export type DataLibrary = Pick<typeof Data, 'factory' | 'nullable' | 'primaryKey'>;

type Where = Readonly<Record<string, unknown>>;

/** What we ask of the library's API of one model; its own types know every field, and ours come from a contract. */
export interface LibraryModel {
  create(values: Readonly<Record<string, unknown>>): Entity;
  findMany(query: LibraryQuery): readonly Entity[];
  delete(query: { readonly where: Where }): Entity | null;
  deleteMany(query: { readonly where: Where }): readonly Entity[] | null;
}

export interface LibraryQuery {
  readonly where: Where;
  readonly orderBy?: readonly Readonly<Record<string, unknown>>[];
  readonly take?: number;
  readonly skip?: number;
}

/** Names the library sets with a path function that leaves these out; a record still holds them whole. */
const unsettable = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * The records of one resource as a model in a database of its own.
 *
 * @param queried the fields it can be asked about
 * @param indexes the fields a store looks records up by
 */
export function createDataModel(
  library: DataLibrary,
  resource: string,
  queried: readonly string[],
  indexes: readonly string[],
): LibraryModel {
  // Without `nullable` the library would fill in what is absent: `""` for a text.
  const value = () => library.nullable<never>(() => null as never);
  const plain = [...queried.filter((field) => !unsettable.has(field)), ...indexes.map(indexProperty)];
  const definition = {
    ...Object.fromEntries(plain.map((name) => [name, value()])),
    [layout.key]: library.primaryKey(String),
    [layout.partition]: String,
    [layout.order]: Number,
    [layout.record]: value(),
  };
  const database = library.factory({ [resource]: definition });
  keepApart(database);
  return database[resource] as unknown as LibraryModel;
}

/**
 * In a browser, and where a test imitates one, the library copies every change to databases of the same origin that
 * were made at the same place of the code. Two tests would then share their records.
 */
function keepApart(database: object): void {
  for (const symbol of Object.getOwnPropertySymbols(database)) {
    const instance = (database as Readonly<Record<symbol, unknown>>)[symbol];
    if (!isInstance(instance)) continue;
    instance.id = `${instance.id} ${globalThis.crypto.randomUUID()}`;
    instance.events.removeAllListeners();
  }
}

interface Instance {
  id: string;
  readonly events: { removeAllListeners(): void };
}

function isInstance(value: unknown): value is Instance {
  return typeof value === 'object' && value !== null && 'id' in value && 'events' in value;
}
