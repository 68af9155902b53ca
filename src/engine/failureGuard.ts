import type { FailureWhen } from '../language/lifecycle.js';
import type { Holds } from './contract.js';

/** Compiles the guard of a failure row. */
export function compileFailureGuard(when: FailureWhen): Holds {
  const atoms: Holds[] = [
    ...one(when.kind, ({ failure }) => failure?.kind),
    ...one(when.cause, ({ failure }) => failure?.cause),
    ...one(when.in, ({ failure }) => failure?.in),
    ...one(when.at, ({ failure }) => failure?.at),
    ...one(when.keyword, ({ failure }) => failure?.keyword),
    ...one(when.operation, ({ operation }) => operation?.id),
    ...Object.entries(when.switch ?? {}).flatMap(([name, values]) =>
      one(values, ({ surroundings }) => surroundings.switches[name]),
    ),
  ];
  return (scope) => atoms.every((atom) => atom(scope));
}

function one(
  accepted: readonly string[] | undefined,
  read: (scope: Parameters<Holds>[0]) => string | undefined,
): Holds[] {
  return accepted ? [(scope) => accepted.includes(read(scope) ?? '')] : [];
}
