import type { ErrorObject } from 'ajv';
import type { OpenApiDocument } from '../language/openapi.js';
import { pointerSegments } from '../language/pointer.js';
import { checkOperations } from './checkOperations.js';
import { checkRefs } from './checkRefs.js';
import { checkSchemas } from './checkSchemas.js';
import type { Issue } from './issue.js';
import { childOf, type Located, nodeAt, placeIn, toData } from './located.js';

/**
 * Checks a document (without `x-lifecycle`) as OpenAPI 3.1, and what OpenAPI's own schema leaves unsaid; with the depth
 * `quick` only the latter, and that every `$ref` leads somewhere.
 *
 * @param data the same as plain data.
 */
export async function checkOpenapi(root: Located, data: OpenApiDocument, depth: 'whole' | 'quick'): Promise<Issue[]> {
  const version = childOf(root, 'openapi');
  if (version?.kind !== 'scalar' || !/^3\.1\.\d+$/.test(String(version.value))) {
    const seen = version?.kind === 'scalar' ? `found ${String(version.value)}` : 'there is none';
    const message = `Expected \`openapi: 3.1.x\`, ${seen}. A 3.0 document can often be raised by an overlay action on $.openapi.`;
    return [{ code: 'openapi-invalid', severity: 'error', message, place: placeIn(root, ['openapi']) }];
  }
  const refs = checkRefs(root, data);
  // The validator follows refs before it looks at anything; a dangling one would hide every other error.
  if (refs.length > 0) return refs;
  if (depth === 'quick') return checkOperations(root, data);
  const form = await checkForm(root);
  // What has no sound form cannot be read as operations.
  return [...form, ...(form.length > 0 ? [] : checkOperations(root, data)), ...(await checkSchemas(root))];
}

async function checkForm(root: Located): Promise<Issue[]> {
  const { default: SwaggerParser } = await import('@apidevtools/swagger-parser');
  try {
    // It changes what it is given: toData makes a copy of our own.
    await new SwaggerParser().validate(toData(root) as never, { resolve: { external: false } });
    return [];
  } catch (error) {
    const { details = [], message } = error as { details?: readonly ErrorObject[]; message: string };
    const specific = details.filter((detail) => detail.keyword !== 'if');
    if (specific.length === 0) return [{ code: 'openapi-invalid', severity: 'error', message, place: root.place }];
    return specific.map((detail) => toIssue(root, detail));
  }
}

function toIssue(root: Located, error: ErrorObject): Issue {
  const segments = pointerSegments(error.instancePath);
  const key = error.params['unevaluatedProperty'] ?? error.params['additionalProperty'];
  const path = throughRefs(root, key === undefined ? segments : [...segments, String(key)]);
  const message = `This is not valid OpenAPI: ${say(error)} (${['$', ...segments].join('.')}).`;
  return { code: 'openapi-invalid', severity: 'error', message, place: placeIn(root, path) };
}

function say(error: ErrorObject): string {
  const { params } = error;
  const unknown = params['unevaluatedProperty'] ?? params['additionalProperty'];
  if (unknown !== undefined) return `the key "${String(unknown)}" is not known here`;
  if (error.keyword === 'required') return `the key "${String(params['missingProperty'])}" is missing`;
  if (error.keyword === 'type') return `expected ${String(params['type'])}`;
  if (error.keyword === 'enum') return `expected one of ${(params['allowedValues'] as unknown[]).join(', ')}`;
  return `it ${error.message ?? 'is not as expected'}`;
}

/** The validator sees refs already followed; this finds the path in the document as written. */
function throughRefs(root: Located, segments: readonly string[]): string[] {
  let path: string[] = [];
  for (const segment of segments) {
    const node = nodeAt(root, path);
    const ref = node && childOf(node, '$ref');
    if (ref?.kind === 'scalar') path = pointerSegments(String(ref.value));
    path = [...path, segment];
  }
  return path;
}
