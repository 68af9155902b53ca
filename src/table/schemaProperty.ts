import type { OpenApiDocument, SchemaObject } from '../language/openapi.js';
import { resolveRef } from '../language/resolveRef.js';

/** A property of a schema: its own schema, and whether every value of the outer schema has it. */
export interface SchemaProperty {
  readonly schema: SchemaObject;
  readonly required: boolean;
}

/**
 * The schema at `path` (property names; `*` or a number for an element) inside `schema`, looked for in every branch of
 * `allOf`, `anyOf` and `oneOf`. Undefined where no branch declares it.
 */
export function schemaProperty(
  document: OpenApiDocument,
  schema: SchemaObject,
  path: readonly string[],
): SchemaProperty | undefined {
  let found: SchemaProperty = { schema, required: true };
  for (const name of path) {
    const next = oneStep(document, found.schema, name);
    if (next === undefined) return undefined;
    found = { schema: next.schema, required: found.required && next.required };
  }
  return { ...found, schema: resolveRef(document, found.schema) };
}

/** The names of all properties a schema declares, in every branch. */
export function propertyNames(document: OpenApiDocument, schema: SchemaObject): string[] {
  const names = branches(document, schema).flatMap((branch) => Object.keys(branch.schema.properties ?? {}));
  return [...new Set(names)];
}

/** The names of the properties every value of the schema must have. */
export function requiredNames(document: OpenApiDocument, schema: SchemaObject): string[] {
  const sure = branches(document, schema).filter((branch) => branch.always);
  return [...new Set(sure.flatMap((branch) => branch.schema.required ?? []))];
}

function oneStep(document: OpenApiDocument, schema: SchemaObject, name: string): SchemaProperty | undefined {
  const all = branches(document, schema);
  const required = all.some((branch) => branch.always && branch.schema.required?.includes(name));
  for (const { schema: branch } of all) {
    const property = branch.properties?.[name];
    if (property) return { schema: property, required: required || branch.required?.includes(name) === true };
    if (branch.items && /^(\*|\d+)$/.test(name)) return { schema: branch.items, required: false };
  }
  const open = all.map((branch) => branch.schema.additionalProperties).find((rest) => typeof rest === 'object');
  return typeof open === 'object' ? { schema: open, required: false } : undefined;
}

interface Branch {
  readonly schema: SchemaObject;
  /** False inside `anyOf` and `oneOf`: a value need not follow this one. */
  readonly always: boolean;
}

function branches(document: OpenApiDocument, written: SchemaObject, always = true, depth = 0): Branch[] {
  // A recursive schema repeats itself; nothing new is found deeper than this.
  if (depth > 8) return [];
  const schema = resolveRef(document, written);
  // A text that holds JSON is read as what it holds.
  const held = schema.contentSchema ? branches(document, schema.contentSchema, always, depth + 1) : [];
  const sure = (schema.allOf ?? []).flatMap((part) => branches(document, part, always, depth + 1));
  const maybe = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].flatMap((part) =>
    branches(document, part, false, depth + 1),
  );
  return [{ schema, always }, ...held, ...sure, ...maybe];
}
