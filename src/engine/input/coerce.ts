import type { OpenApiDocument, SchemaObject } from '../../language/openapi.js';
import { resolveRef } from '../../language/resolveRef.js';

/** Turns the text of a parameter or form field into the type its schema asks for; text that does not fit stays text. */
export type Coerce = (text: string) => unknown;

/** How integers are read: `truncate` takes `100211.9` as 100211. */
export type IntegerReading = 'strict' | 'truncate';

/** Compiles the coercion for one schema. */
export function compileCoercion(
  document: OpenApiDocument,
  schema: SchemaObject | undefined,
  integers: IntegerReading,
): Coerce {
  const resolved = schema && resolveRef(document, schema);
  const types = typesOf(resolved);
  if (types.includes('integer')) return integers === 'truncate' ? truncatedInteger : integer;
  if (types.includes('number')) return number;
  if (types.includes('boolean')) return boolean;
  return sameText;
}

/** The text as it is. */
export const sameText: Coerce = (text) => text;

/** The types a schema names, `null` left out; empty where it names none. */
export function typesOf(schema: SchemaObject | undefined): readonly string[] {
  const type = schema?.type;
  const types = type === undefined ? [] : typeof type === 'string' ? [type] : type;
  return types.filter((name) => name !== 'null');
}

function integer(text: string): unknown {
  return /^-?\d+$/.test(text) ? exact(Number(text), text) : text;
}

function truncatedInteger(text: string): unknown {
  return /^-?\d+(\.\d*)?$/.test(text) ? exact(Math.trunc(Number(text)), text) : text;
}

/** Beyond 2^53 one number stands for several integers: an id would be taken for its neighbour, and that one deleted. */
function exact(number: number, text: string): unknown {
  return Number.isSafeInteger(number) ? number : text;
}

function number(text: string): unknown {
  return /^-?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(text) ? Number(text) : text;
}

function boolean(text: string): unknown {
  if (text === 'true') return true;
  return text === 'false' ? false : text;
}
