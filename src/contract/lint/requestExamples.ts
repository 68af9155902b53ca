import { documentOperations } from '../../language/documentOperation.js';
import type { MediaTypeObject, OpenApiDocument } from '../../language/openapi.js';
import { resolveRef } from '../../language/resolveRef.js';
import { bodyMediaType } from '../../table/requestPart.js';
import { bodySchema } from '../bodySchema.js';
import type { Issue } from '../issue.js';
import { error } from './finding.js';
import type { SchemaCheck } from './schemaCheck.js';
import type { LintSubject } from './subject.js';

/** Every operation that needs a body has a valid example of one; cases are made from it. */
export function requestExamplesAreValid(
  { document, lifecycle, placeOf }: LintSubject,
  check: SchemaCheck,
): readonly Issue[] {
  return documentOperations(document).flatMap((operation) => {
    const media = bodyMediaType(document, operation);
    const body = bodySchema(document, operation.operation);
    if (!media || !body?.required || !lifecycle.operations[operation.id]) return [];
    const place = placeOf(['paths', operation.path, operation.method, 'requestBody']);
    const examples = examplesOf(document, media);
    if (examples.length === 0) {
      return [
        error(
          'lint-no-request-example',
          place,
          `${operation.id} needs a body, but the document has no example of one; add \`example\` beside its schema.`,
        ),
      ];
    }
    return examples.flatMap((example) => {
      // A multipart example may show the parts as they are sent, or as they are read.
      const asSent = check(media.schema ?? {}, example);
      const [complaint] = asSent.length === 0 ? [] : check(body.schema, example);
      if (!complaint) return [];
      const at = complaint.instancePath === '' ? 'it' : complaint.instancePath;
      return [
        error(
          'lint-no-request-example',
          place,
          `The example body of ${operation.id} does not fit its schema: ${at} ${complaint.message}.`,
        ),
      ];
    });
  });
}

function examplesOf(document: OpenApiDocument, { example, examples: named, schema }: MediaTypeObject): unknown[] {
  if (example !== undefined) return [example];
  const values = Object.values(named ?? {}).map((one) => resolveRef(document, one).value);
  if (values.length > 0) return values;
  const own = schema && resolveRef(document, schema);
  const [first] = Array.isArray(own?.['examples']) ? own['examples'] : [own?.['example']];
  return first === undefined ? [] : [first];
}
