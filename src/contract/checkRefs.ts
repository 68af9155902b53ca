import { pointerSegments, valueAt } from '../language/pointer.js';
import type { Issue } from './issue.js';
import { type Located, placeIn } from './located.js';

/** Keys whose value is data; a `$ref` in it means nothing. */
const data = ['example', 'default', 'enum', 'const', 'value'];

type Problem = Pick<Issue, 'code' | 'message'>;

/** Where a node is, from the inside out: most are passed by, and need no path. */
interface Step {
  readonly within: Step | undefined;
  readonly key: string;
}

/**
 * Every `$ref` must lead to something inside the document.
 *
 * @param document the same as plain data.
 */
export function checkRefs(root: Located, document: unknown): Issue[] {
  const issues: Issue[] = [];
  const known = new Map<string, Problem | undefined>();
  visit(document, undefined, false, (target, step) => {
    if (!known.has(target)) known.set(target, problemOf(document, target));
    const problem = known.get(target);
    if (problem) issues.push({ ...problem, severity: 'error', place: placeIn(root, pathOf(step)) });
  });
  return issues;
}

function problemOf(document: unknown, target: string): Problem | undefined {
  if (!target.startsWith('#')) {
    const message = `The $ref ${target} leads out of the document. Move what it names under #/components, or bundle the document first.`;
    return { code: 'external-ref', message };
  }
  if (!target.startsWith('#/')) {
    return {
      code: 'openapi-invalid',
      message: `The $ref ${target} is not a pointer; expected one such as #/components/schemas/Task.`,
    };
  }
  if (valueAt(document, pointerSegments(target)) !== undefined) return undefined;
  return { code: 'openapi-invalid', message: `The $ref ${target} leads to nothing in the document.` };
}

/** @param names are the keys of this map names that the author chose, not words of OpenAPI? */
function visit(
  node: unknown,
  step: Step | undefined,
  names: boolean,
  found: (target: string, step: Step) => void,
): void {
  if (node === null || typeof node !== 'object') return;
  const isList = Array.isArray(node);
  for (const [key, value] of Object.entries(node)) {
    if (!isList && !names && data.includes(key)) continue;
    const here = { within: step, key };
    if (!isList && !names && key === '$ref' && (value === null || typeof value !== 'object'))
      found(String(value), here);
    else
      visit(
        value,
        here,
        !isList && !names && (key === 'properties' || key === 'patternProperties' || key === '$defs'),
        found,
      );
  }
}

function pathOf(step: Step): string[] {
  const path: string[] = [];
  for (let at: Step | undefined = step; at; at = at.within) path.unshift(at.key);
  return path;
}
