import { didYouMean, TombstoneError } from '../errors.js';
import type { Mock, RecordFields } from '../mock/mock.js';
import type { StoredRecord } from '../store/store.js';
import { layout, recordOf } from './dataLayout.js';
import type { LibraryModel } from './dataModel.js';
import type { DataModel, ListQuery, Query } from './dataTypes.js';

/** The records of one resource: where they are looked up, and the sandbox that changes them. */
export interface ModelSource {
  readonly mock: Pick<Mock, 'records'>;
  readonly provider: string;
  readonly resource: string;
  /** The name of the partition on the wire. */
  readonly partition: string | undefined;
  /** The fields it can be asked about. */
  readonly fields: readonly string[];
  /** The library's model; another one after the contract was replaced. */
  readonly lookup: () => LibraryModel | undefined;
}

type Fields = Record<string, unknown>;

/** The API of an `@mswjs/data` model over a sandbox's records: the library looks up, the sandbox makes and changes. */
export function createRecordModel(source: ModelSource): DataModel<Fields> {
  const { mock, provider, resource } = source;

  const select = (query: ListQuery<Fields>): readonly StoredRecord[] => {
    // A look at the sandbox's own records applies what is due first.
    mock.records.all(provider, resource, '');
    const { where = {}, orderBy = {}, skip, take, strict } = query;
    const found = source.lookup()?.findMany({
      where: named(source, where),
      orderBy: [
        ...Object.entries(named(source, orderBy)).map(([name, way]) => ({ [name]: way })),
        { [layout.order]: 'asc' },
      ],
      ...(skip === undefined ? {} : { skip }),
      ...(take === undefined ? {} : { take }),
    });
    const records = (found ?? []).map(recordOf);
    if (strict && records.length === 0) throw noSuchRecord(source, where);
    return records;
  };
  const shown = ({ partition, fields }: StoredRecord): Fields =>
    structuredClone(source.partition === undefined ? fields : { ...fields, [source.partition]: partition }) as Fields;
  const addressOf = ({ partition, key }: StoredRecord) => ({ provider, resource, key, partition });

  const change = (record: StoredRecord, data: Fields): Fields => {
    const before = shown(record);
    const values = Object.entries(data).map(([name, value]) => [
      name,
      typeof value === 'function' ? value(before[name]) : value,
    ]);
    return asFields(mock.records.patch(addressOf(record), Object.fromEntries(values)));
  };
  const remove = (record: StoredRecord): Fields => {
    mock.records.remove(addressOf(record));
    return shown(record);
  };

  return {
    create: (fields = {}) => asFields(mock.records.create(provider, resource, fields)),
    count: (query = { where: {} }) => select(query).length,
    findFirst: (query) => first(select(query).map(shown)),
    findMany: (query) => select(query).map(shown),
    getAll: () => select({}).map(shown),
    update: (query) =>
      first(
        select(query)
          .slice(0, 1)
          .map((record) => change(record, query.data)),
      ),
    updateMany: (query) => select(query).map((record) => change(record, query.data)),
    delete: (query) => first(select(query).slice(0, 1).map(remove)),
    deleteMany: (query) => select(query).map(remove),
  };
}

function asFields(fields: RecordFields | undefined): Fields {
  return structuredClone({ ...fields });
}

function first<T>(list: readonly T[]): T | null {
  return list[0] ?? null;
}

/** Under the names of the layout. @throws TombstoneError `bad-query` for a field that the resource does not have */
function named(source: ModelSource, byField: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const entries = Object.entries(byField).map(([field, value]) => {
    if (field === source.partition) return [layout.partition, value];
    if (source.fields.includes(field)) return [field, value];
    const message = `A ${source.resource} of ${source.provider} has no field "${field}".${didYouMean(field, source.fields)} Known: ${source.fields.join(', ')}.`;
    throw new TombstoneError('bad-query', message);
  });
  return Object.fromEntries(entries);
}

function noSuchRecord({ resource, provider }: ModelSource, where: Query<Fields>['where']): TombstoneError {
  return new TombstoneError(
    'no-such-record',
    `${provider} has no ${resource} where ${JSON.stringify(where)}, and the query is strict.`,
  );
}
