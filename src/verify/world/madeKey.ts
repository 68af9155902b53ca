import type { CompiledContract } from '../../language/compiledContract.js';
import type { Row } from '../../language/lifecycle.js';

/** The key of a record that was just made, from the answer of the row that made it. */
export function madeKey(
  { lifecycle }: CompiledContract,
  resource: string,
  row: Row,
  body: unknown,
): string | number | undefined {
  const field = lifecycle.resources[resource]?.key.field ?? '';
  const written = row.reply.body;
  const renamed =
    written !== null && typeof written === 'object' && !Array.isArray(written)
      ? Object.entries(written).find(([, value]) => value === `$record#/${field}`)?.[0]
      : undefined;
  const key = valueIn(body, renamed ?? field);
  return typeof key === 'string' || typeof key === 'number' ? key : undefined;
}

function valueIn(body: unknown, name: string): unknown {
  if (body === null || typeof body !== 'object') return undefined;
  const own = body as Readonly<Record<string, unknown>>;
  if (own[name] !== undefined) return own[name];
  return Object.values(own)
    .map((held) => valueIn(held, name))
    .find((found) => found !== undefined);
}
