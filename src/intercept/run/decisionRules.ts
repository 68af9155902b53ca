import type { CompiledContract } from '../../language/compiledContract.js';
import type { When } from '../../language/lifecycle.js';

/** The rules of the decision tables that can decide with these switches, of one operation or of all. */
export function decisionRules(
  { id, lifecycle }: CompiledContract,
  switches: Readonly<Record<string, string>>,
  operationId?: string,
): readonly string[] {
  const operations = Object.entries(lifecycle.operations).filter(
    ([name]) => operationId === undefined || name === operationId,
  );
  return operations.flatMap(([name, { decide }]) =>
    decide.filter(({ when }) => canHold(when, switches)).map((row) => `${id}/${name}/${row.id}`),
  );
}

function canHold({ switch: asked = {}, any }: When, switches: Readonly<Record<string, string>>): boolean {
  const own = Object.entries(asked).every(([name, values]) => values.includes(switches[name] ?? ''));
  return own && (any === undefined || any.some((when) => canHold(when, switches)));
}
