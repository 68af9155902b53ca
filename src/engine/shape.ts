import type { OpenApiDocument, SchemaObject } from '../language/openapi.js';
import { resolveRef } from '../language/resolveRef.js';
import type { Draft } from '../store/store.js';
import type { LinkedResource } from './contract.js';
import { typesOf } from './input/coerce.js';
import { isPlain, quote } from './quote.js';
import { relatedOne } from './related.js';
import type { Scope } from './scope.js';

/** Writes a value as JSON text in the shape of a schema; undefined where there is nothing to write. */
export type Write = (value: unknown, scope: Scope) => string | undefined;

const recordTag = Symbol('record');

/** A record on its way into a body, so that shaping knows its computed fields and related records. */
interface RecordValue {
  readonly [recordTag]: Draft;
}

/** Marks a record as something to be shaped. */
export function asRecord(record: Draft): RecordValue {
  return { [recordTag]: record };
}

function recordOf(value: unknown): Draft | undefined {
  return value !== null && typeof value === 'object' ? (value as Partial<RecordValue>)[recordTag] : undefined;
}

/**
 * Compiles a schema into a writer: declared properties only, never `writeOnly`; a property named like a ref and typed
 * object is the related record; what is missing, required and nullable becomes null. Coercions: number to string,
 * true/false to 1/0, and no others.
 */
export function compileShape(document: OpenApiDocument, schema: SchemaObject | undefined): Write {
  // A schema may contain itself, so each is compiled when it is first written.
  const known = new Map<SchemaObject, Write>();
  const compile = (node: SchemaObject | undefined): Write => {
    if (!node) return writeRaw;
    const resolved = resolveRef(document, node);
    const existing = known.get(resolved);
    if (existing) return existing;
    if (!isComposed(resolved)) {
      const scalar = compileNode(document, resolved, compile);
      known.set(resolved, scalar);
      return scalar;
    }
    let made: Write | undefined;
    const late: Write = (value, scope) => {
      made ??= compileNode(document, resolved, compile);
      return made(value, scope);
    };
    known.set(resolved, late);
    return late;
  };
  return compile(schema);
}

/** Does it take other schemas to write it? */
function isComposed(schema: SchemaObject): boolean {
  const { oneOf, anyOf, allOf, properties, items } = schema;
  const types = typesOf(schema);
  return Boolean(oneOf ?? anyOf ?? allOf ?? properties ?? items) || types.includes('object') || types.includes('array');
}

type Compile = (node: SchemaObject | undefined) => Write;

function compileNode(document: OpenApiDocument, schema: SchemaObject, compile: Compile): Write {
  const alternatives = schema.oneOf ?? schema.anyOf;
  if (alternatives && !schema.properties) return writeAlternative(document, alternatives, compile);
  const merged = mergeAllOf(document, schema);
  const types = typesOf(merged);
  if (merged.properties || types.includes('object')) return writeObject(document, merged, compile);
  if (types.includes('array')) return writeArray(compile(merged.items));
  return writeScalar(types, Array.isArray(merged.type) && merged.type.includes('null'));
}

function writeRaw(value: unknown): string | undefined {
  if (typeof value === 'string') return quote(value);
  const record = recordOf(value);
  return JSON.stringify(record ? record.fields : value);
}

/** `null` where a branch says so, else the first branch that is not null. */
function writeAlternative(document: OpenApiDocument, alternatives: readonly SchemaObject[], compile: Compile): Write {
  const branches = alternatives
    .map((branch) => resolveRef(document, branch))
    .filter((branch) => branch.type !== 'null');
  const write = compile(branches[0]);
  return (value, scope) => (value === null ? 'null' : write(value, scope));
}

function mergeAllOf(document: OpenApiDocument, schema: SchemaObject): SchemaObject {
  if (!schema.allOf) return schema;
  const parts = [schema, ...schema.allOf.map((part) => mergeAllOf(document, resolveRef(document, part)))];
  const additional = parts.find((part) => part.additionalProperties !== undefined)?.additionalProperties;
  return {
    ...schema,
    type: 'object',
    properties: Object.assign({}, ...parts.map((part) => part.properties ?? {})),
    required: parts.flatMap((part) => part.required ?? []),
    ...(additional === undefined ? {} : { additionalProperties: additional }),
  };
}

interface Property {
  readonly name: string;
  /** What stands before its value: as the first of the object, behind a value, behind a text that lacks its last quote. */
  readonly leads: Leads;
  /** The same with the first quote of a text. */
  readonly textLeads: Leads;
  /** Is a text written as a text? */
  readonly takesText: boolean;
  readonly isObject: boolean;
  /** Required and nullable: null where missing. */
  readonly orNull: boolean;
  readonly write: Write;
}

type Leads = readonly [first: string, behindValue: string, behindText: string];

// Where an object stands while it is written. Numbers, because they are looked up in `Leads`.
const atStart = 0;
const behindValue = 1;
const behindText = 2;

function leadsOf(name: string, quotes: string): Leads {
  const lead = `${JSON.stringify(name)}:${quotes}`;
  return [`{${lead}`, `,${lead}`, `",${lead}`];
}

const ends: Leads = ['{}', '}', '"}'];

function writeObject(document: OpenApiDocument, schema: SchemaObject, compile: Compile): Write {
  const required = new Set(schema.required);
  const properties = Object.entries(schema.properties ?? {}).flatMap(([name, property]): Property[] => {
    const own = resolveRef(document, property);
    if (own.writeOnly) return [];
    const nullable = Array.isArray(own.type)
      ? own.type.includes('null')
      : (own.anyOf ?? own.oneOf ?? []).some(({ type }) => type === 'null');
    const isObject = typesOf(own).includes('object') || own.properties !== undefined;
    return [
      {
        name,
        leads: leadsOf(name, ''),
        textLeads: leadsOf(name, '"'),
        takesText: !isComposed(own),
        isObject,
        orNull: nullable && required.has(name),
        write: compile(property),
      },
    ];
  });
  const declared = new Set(properties.map(({ name }) => name));
  const open = schema.additionalProperties
    ? compile(schema.additionalProperties === true ? {} : schema.additionalProperties)
    : undefined;
  return (value, scope) => {
    if (value === null) return 'null';
    if (typeof value !== 'object') return JSON.stringify(value);
    const record = recordOf(value);
    const resource = record && resourceOf(scope, record);
    const fields = record ? record.fields : (value as Readonly<Record<string, unknown>>);
    // Each piece that is joined is an object of its own until the text is sent, so as few as can be are made.
    let text = '';
    let at: 0 | 1 | 2 = atStart;
    for (const property of properties) {
      const item = record && resource ? recordProperty(scope, record, resource, property) : fields[property.name];
      if (typeof item === 'string' && property.takesText && isPlain(item)) {
        text += property.textLeads[at] + item;
        at = behindText;
        continue;
      }
      const written = item === undefined ? (property.orNull ? 'null' : undefined) : property.write(item, scope);
      if (written === undefined) continue;
      text += property.leads[at] + written;
      at = behindValue;
    }
    if (open) {
      for (const [name, item] of Object.entries(fields)) {
        if (declared.has(name)) continue;
        const written = open(item, scope);
        if (written === undefined) continue;
        text += leadsOf(name, '')[at] + written;
        at = behindValue;
      }
    }
    return text + ends[at];
  };
}

/** Mostly it is the one the table is about. */
function resourceOf({ resource, contract }: Scope, record: Draft): LinkedResource | undefined {
  return resource?.name === record.resource ? resource : contract.resources.get(record.resource);
}

/** The scope a record's own computed fields and refs are worked out in. */
function recordScope(scope: Scope, record: Draft, resource: LinkedResource): Scope {
  if (scope.record === record) return scope;
  return { ...scope, resource, record, operation: undefined };
}

function recordProperty(scope: Scope, record: Draft, resource: LinkedResource, { name, isObject }: Property): unknown {
  if (scope.hidden?.has(name)) return undefined;
  const field = record.fields[name];
  if (field !== undefined) return field;
  const computed = resource.computed.get(name);
  if (computed) return computed(recordScope(scope, record, resource));
  if (!isObject || !resource.refs.has(name)) return undefined;
  const related = relatedOne(recordScope(scope, record, resource), name).record;
  return related && asRecord(related);
}

function writeArray(item: Write): Write {
  return (value, scope) => {
    if (!Array.isArray(value)) return value === null ? 'null' : JSON.stringify(value);
    let text = '[';
    for (let index = 0; index < value.length; index += 1)
      text += (index === 0 ? '' : ',') + (item(value[index], scope) ?? 'null');
    return `${text}]`;
  };
}

function writeScalar(types: readonly string[], nullable: boolean): Write {
  if (types.includes('boolean')) return writeRaw;
  if (types.includes('string') && !types.includes('number') && !types.includes('integer')) {
    return (value) => {
      if (typeof value === 'string') return quote(value);
      if (typeof value === 'number') return `"${value}"`;
      return value === null && !nullable ? undefined : writeRaw(value);
    };
  }
  if (types.includes('integer') || types.includes('number')) {
    return (value) => {
      if (typeof value === 'number' && Number.isFinite(value)) return String(value);
      if (typeof value === 'boolean') return value ? '1' : '0';
      return value === null && !nullable ? undefined : JSON.stringify(value);
    };
  }
  return writeRaw;
}
