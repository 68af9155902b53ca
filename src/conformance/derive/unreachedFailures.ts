import type { CompiledContract } from '../../language/compiledContract.js';
import type { FailureKind, FailureRow } from '../../language/lifecycle.js';
import type { FailureCase } from './failureCase.js';

/** A failure row that no case reaches, and why. */
export interface UnreachedFailure {
  /** `provider/row`, or `provider/operation/row` of an operation's own row. */
  readonly rule: string;
  readonly reason: string;
}

const reasons: Readonly<Partial<Record<FailureKind, string>>> = {
  forbidden: 'The mock keeps no permissions: a credential may do everything, except in the project of another.',
};

/** The failure rows that none of these cases, a contract's own, starts from. */
export function unreachedFailures(
  { id, lifecycle }: CompiledContract,
  cases: readonly FailureCase[],
): readonly UnreachedFailure[] {
  const reached = new Set(cases.map(({ row }) => row));
  const tables = [
    { at: id, rows: lifecycle.failures },
    ...Object.entries(lifecycle.operations).map(([name, { failures }]) => ({ at: `${id}/${name}`, rows: failures })),
  ];
  return tables.flatMap(({ at, rows }) =>
    rows.map((row) => ({ rule: `${at}/${row.id}`, reason: reasonFor(row) })).filter(({ rule }) => !reached.has(rule)),
  );
}

function reasonFor({ when }: FailureRow): string {
  const [kind, ...others] = when.kind ?? [];
  const known = kind === undefined || others.length > 0 ? undefined : reasons[kind];
  return known ?? 'No request of any operation can be refused so.';
}
