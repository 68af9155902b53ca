import { pointerSegments, toPointer } from '../language/pointer.js';
import type { Issue } from './issue.js';
import { type Located, nodeAt, placeIn, toData } from './located.js';

type Path = readonly string[];

/** Checks every JSON Schema of a document against the meta-schema; OpenAPI's own schema takes any map for one. */
export async function checkSchemas(root: Located): Promise<Issue[]> {
  const { Ajv2020 } = await import('ajv/dist/2020.js');
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false });
  const issues: Issue[] = [];
  const complain = (path: Path, message: string) =>
    issues.push({
      code: 'openapi-invalid',
      severity: 'error',
      message: `This is not a valid schema: ${message} (#${toPointer(path)}).`,
      place: placeIn(root, path),
    });
  for (const path of schemaPaths(root)) {
    const node = nodeAt(root, path);
    if (!node) continue;
    const schema = toData(node);
    if (typeof schema !== 'object' || schema === null) continue;
    if (!ajv.validateSchema(schema)) {
      const errors = ajv.errors ?? [];
      const deepest = Math.max(...errors.map((error) => error.instancePath.length));
      const error = errors.find((one) => one.instancePath.length === deepest);
      complain(
        [...path, ...pointerSegments(error?.instancePath ?? '')],
        error?.message ?? 'it does not follow the meta-schema',
      );
    }
    for (const { at, pattern } of patternsIn(schema, [])) {
      const problem = problemOfPattern(pattern);
      if (problem) complain([...path, ...at], problem);
    }
  }
  return issues;
}

/** The places where a document holds a schema. */
function schemaPaths(root: Located): Path[] {
  const paths: Path[] = [];
  const visit = (node: Located, path: Path): void => {
    if (node.kind === 'list') for (const [index, item] of node.items.entries()) visit(item, [...path, String(index)]);
    if (node.kind !== 'map') return;
    for (const [key, { value }] of node.entries) {
      const here = [...path, key];
      const isSchema = key === 'schema' || (path.length === 2 && path[0] === 'components' && path[1] === 'schemas');
      if (isSchema) paths.push(here);
      else if (key !== 'example' && key !== 'examples') visit(value, here);
    }
  };
  visit(root, []);
  return paths;
}

function patternsIn(schema: unknown, at: Path): { readonly at: Path; readonly pattern: string }[] {
  if (schema === null || typeof schema !== 'object') return [];
  return Object.entries(schema).flatMap(([key, value]) =>
    key === 'pattern' && typeof value === 'string'
      ? [{ at: [...at, key], pattern: value }]
      : patternsIn(value, [...at, key]),
  );
}

function problemOfPattern(pattern: string): string | undefined {
  try {
    new RegExp(pattern, 'u');
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
