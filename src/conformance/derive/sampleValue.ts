import type { OpenApiDocument, SchemaObject } from '../../language/openapi.js';
import { resolveRef } from '../../language/resolveRef.js';

/** A value that fits a schema and is none of `avoid`; for places of a request that no example fills. */
export function sampleValue(document: OpenApiDocument, schema: SchemaObject, avoid: readonly unknown[] = []): unknown {
  const own = resolveRef(document, schema);
  const free = (values: readonly unknown[]) => values.find((value) => value !== undefined && !avoid.includes(value));
  if (own.enum) return free(own.enum);
  const [type] = [own.type ?? 'string'].flat().filter((name) => name !== 'null');
  switch (type) {
    case 'integer':
    case 'number': {
      const low = own.minimum ?? 1;
      return free([low, low + 1, low + 2, own.maximum]);
    }
    case 'boolean':
      return free([true, false]);
    case 'array':
      return [sampleValue(document, own.items ?? {}, avoid)];
    case 'object':
      return {};
    default: {
      const fits =
        own.pattern === undefined ? () => true : (text: unknown) => new RegExp(String(own.pattern)).test(String(text));
      return free(['sample', 'another', 'de1e7ed0000000000000ffff', '20260102030405', '1'].filter(fits)) ?? 'sample';
    }
  }
}
