import type { Resource } from '../../language/lifecycle.js';
import type { OpenApiDocument, SchemaObject } from '../../language/openapi.js';
import { propertyNames, schemaProperty } from '../../table/schemaProperty.js';
import type { LintSubject } from './subject.js';

/** The names of everything a record of the resource holds or shows. */
export function fieldNames({ document }: LintSubject, resource: Resource): readonly string[] {
  const refs = Object.values(resource.refs);
  const names = [
    ...propertyNames(document, schemaOf(resource)),
    ...Object.keys(resource.fields),
    ...Object.keys(resource.computed),
    ...refs.flatMap((ref) => [ref.field, ...Object.keys(ref.copy)]),
    ...(resource.state ? [resource.state.field] : []),
    resource.key.field,
  ];
  return [...new Set(names)];
}

/** Does a record have something at this path? Inside an object that declares nothing, everything may be. */
export function hasField(subject: LintSubject, resource: Resource, path: readonly string[]): boolean {
  const [first] = path;
  if (first === undefined) return true;
  if (!fieldNames(subject, resource).includes(first)) return false;
  const { document } = subject;
  return path.every((_, index) => {
    const outer = schemaProperty(document, schemaOf(resource), path.slice(0, index));
    return (
      !outer ||
      isOpen(document, outer.schema) ||
      schemaProperty(document, schemaOf(resource), path.slice(0, index + 1)) !== undefined ||
      index === 0
    );
  });
}

/** The schema of a resource's fields, as a reference into the document. */
export function schemaOf(resource: Resource): SchemaObject {
  return { $ref: resource.schema };
}

function isOpen(document: OpenApiDocument, schema: SchemaObject): boolean {
  return propertyNames(document, schema).length === 0 && schema.items === undefined;
}
