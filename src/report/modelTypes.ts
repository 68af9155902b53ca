import type { CompiledContract } from '../language/compiledContract.js';
import type { Resource } from '../language/lifecycle.js';
import type { OpenApiDocument, SchemaObject } from '../language/openapi.js';
import { recordProperties, schemaProperties } from '../language/recordProperties.js';
import { resolveRef } from '../language/resolveRef.js';

/** Deeper objects are told no more of: a schema may contain itself. */
const deepest = 5;

/** The modules that say, in types, what the records and the operations of each contract are: text by path. */
export function modelTypes(
  contracts: readonly CompiledContract[],
): readonly { readonly path: string; readonly text: string }[] {
  const own = contracts.map((contract) => ({ path: `mocks/${contract.id}/models.ts`, text: typesOf(contract) }));
  return [...own, { path: 'mocks/models.ts', text: typesOfAll(contracts.map(({ id }) => id)) }];
}

const head = '// Written by `npm run docs` from specs/. Do not edit.\n';

function typesOf(contract: CompiledContract): string {
  const { resources, operations } = contract.lifecycle;
  const models = Object.entries(resources).map(
    ([name, resource]) =>
      `  /** A record of the ${resource.collection}. */\n  ${name}: ${recordType(contract, name, resource)};`,
  );
  const names = Object.keys(operations).map((name) => `  | '${name}'`);
  return `${head}
/** What the records of each resource hold. */
export interface Models {
${models.join('\n')}
}

/** The operations. */
export type Operations =
${names.join('\n')};
`;
}

function typesOfAll(ids: readonly string[]): string {
  const member = (type: string) => ids.map((id) => `  '${id}': import('./${id}/models.js').${type};`).join('\n');
  return `${head}
/** What the records of each provider's resources hold. */
export interface ProviderModels {
${member('Models')}
}

/** The operations of each provider. */
export interface ProviderOperations {
${member('Operations')}
}
`;
}

function recordType(contract: CompiledContract, name: string, resource: Resource): string {
  const { key, state } = resource;
  const keyType = key.generate.startsWith('integer') ? 'number' : 'string';
  const states = state && Object.values(state.values).map((value) => JSON.stringify(value));
  const lines = [...recordProperties(contract, name)].map(([field, schema]) => {
    if (field === key.field) return line(field, true, keyType, 2);
    if (field === state?.field && states) return line(field, true, [...new Set(states)].join(' | '), 2);
    return line(field, false, typeOf(contract.document, schema, 2), 2);
  });
  return `{\n${lines.join('\n')}\n  }`;
}

function line(name: string, required: boolean, type: string, depth: number): string {
  return `${'  '.repeat(depth)}${propertyName(name)}${required ? '' : '?'}: ${type};`;
}

function propertyName(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
}

function typeOf(document: OpenApiDocument, given: SchemaObject, depth: number): string {
  const schema = resolveRef(document, given);
  if (schema.enum) return union(schema.enum.map((value) => JSON.stringify(value)));
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  const types =
    typeof schema.type === 'string' ? [schema.type] : (schema.type ?? (schema.properties ? ['object'] : []));
  return types.length === 0 ? 'unknown' : union(types.map((type) => namedType(document, schema, type, depth)));
}

function namedType(document: OpenApiDocument, schema: SchemaObject, type: string, depth: number): string {
  if (type === 'integer' || type === 'number') return 'number';
  if (type === 'string' || type === 'boolean' || type === 'null') return type;
  if (type === 'array') return `readonly (${schema.items ? typeOf(document, schema.items, depth) : 'unknown'})[]`;
  const properties = [...schemaProperties(document, schema)];
  if (properties.length === 0 || depth >= deepest + 2) return 'Readonly<Record<string, unknown>>';
  const lines = properties.map(([name, property]) =>
    line(name, false, typeOf(document, property, depth + 1), depth + 1),
  );
  return `{\n${lines.join('\n')}\n${'  '.repeat(depth)}}`;
}

function union(types: readonly string[]): string {
  return [...new Set(types)].join(' | ');
}
