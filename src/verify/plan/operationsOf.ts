import type { CompiledContract } from '../../language/compiledContract.js';
import { documentOperation } from '../../language/documentOperation.js';
import type { Operation, Row } from '../../language/lifecycle.js';

/** An operation with the row of it that does what is wanted. */
export interface OperationRow {
  readonly id: string;
  readonly operation: Operation;
  readonly row: Row;
}

/** The row by which records of a resource are made: the one that does the least besides. */
export function makerOf(contract: CompiledContract, resource: string): OperationRow | undefined {
  return rowsOf(
    contract,
    (row) => succeeds(row) && row.effects.some((one) => one.do === 'create' && one.resource === resource),
  )
    .filter(({ operation }) => operation.on === resource)
    .sort((one, other) => one.row.effects.length - other.row.effects.length)[0];
}

/** The row by which a record of a resource is deleted. */
export function deleterOf(contract: CompiledContract, resource: string): OperationRow | undefined {
  const deletes = (row: Row) =>
    succeeds(row) && row.effects.some((one) => one.do === 'delete' && one.path.length === 0);
  // Of two ways to delete, the one for records in more states.
  return rowsOf(contract, deletes)
    .filter(({ operation }) => operation.on === resource && operation.by !== undefined)
    .sort((one, other) => (other.row.when.state?.length ?? 99) - (one.row.when.state?.length ?? 99))[0];
}

/** A way to look at a record: by its key, or in a list that is asked for that key. */
export interface LookUp extends OperationRow {
  /** The expression that takes the key. */
  readonly by: string;
  readonly isList: boolean;
}

/** The ways to look at a record of a resource, the best first. */
export function lookUpsOf(contract: CompiledContract, resource: string): readonly LookUp[] {
  const reads = rowsOf(contract, (row) => succeeds(row) && row.effects.length === 0).filter(
    ({ id, operation }) => operation.on === resource && documentOperation(contract.document, id)?.method === 'get',
  );
  const byKey = reads
    .filter(({ row }) => row.when.state === undefined && !row.list && row.reply.example === undefined)
    .flatMap((one) => (one.operation.by === undefined ? [] : [{ ...one, by: one.operation.by, isList: false }]));
  const keyField = contract.lifecycle.resources[resource]?.key.field;
  const inLists = reads.flatMap((one) => {
    const filter = one.row.list?.where.find((where) => 'field' in where && where.field === keyField);
    const by = filter && 'value' in filter ? filter.value : undefined;
    return typeof by === 'string' ? [{ ...one, by, isList: true }] : [];
  });
  return [...byKey, ...inLists];
}

function rowsOf({ lifecycle }: CompiledContract, wanted: (row: Row) => boolean): readonly OperationRow[] {
  return Object.entries(lifecycle.operations).flatMap(([id, operation]) =>
    operation.decide
      .filter((row) => wanted(row) && underDefaults(lifecycle.switches, row))
      .map((row) => ({ id, operation, row })),
  );
}

function underDefaults(switches: CompiledContract['lifecycle']['switches'], { when }: Row): boolean {
  return Object.entries(when.switch ?? {}).every(([name, values]) => values.includes(switches[name]?.default ?? ''));
}

function succeeds({ reply }: Row): boolean {
  return reply.status >= 200 && reply.status < 300;
}
