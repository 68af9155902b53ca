import type { CompiledContract } from './compiledContract.js';
import type { OpenApiDocument, SchemaObject } from './openapi.js';
import { pointerSegments, valueAt } from './pointer.js';
import { resolveRef } from './resolveRef.js';

/** What a resource's records can hold, by name: the properties of its schema, and the fields its lifecycle speaks of. */
export function recordProperties(
  { document, lifecycle }: Pick<CompiledContract, 'document' | 'lifecycle'>,
  resource: string,
): ReadonlyMap<string, SchemaObject> {
  const declared = lifecycle.resources[resource];
  if (!declared) return new Map();
  const { schema, key, partition, stamps, fields, refs, state, computed } = declared;
  const properties = schemaProperties(document, valueAt(document, pointerSegments(schema)) as SchemaObject);
  const named = [
    key.field,
    state?.field,
    stamps.created,
    stamps.changed,
    ...Object.keys(fields),
    ...Object.values(refs).map(({ field }) => field),
  ];
  for (const name of named) if (name !== undefined && !properties.has(name)) properties.set(name, {});
  // Worked out when an answer is made; no record holds it.
  for (const name of Object.keys(computed)) properties.delete(name);
  const partitionName = partition?.split('.').at(-1);
  if (partitionName !== undefined) properties.set(partitionName, { type: 'string' });
  return properties;
}

/** The properties of a schema and of all it is put together from. */
export function schemaProperties(
  document: OpenApiDocument,
  schema: SchemaObject | undefined,
): Map<string, SchemaObject> {
  const properties = new Map<string, SchemaObject>();
  if (schema === undefined) return properties;
  const { allOf = [], properties: own = {} } = resolveRef(document, schema);
  for (const part of allOf)
    for (const [name, property] of schemaProperties(document, part)) properties.set(name, property);
  for (const [name, property] of Object.entries(own)) properties.set(name, property);
  return properties;
}
