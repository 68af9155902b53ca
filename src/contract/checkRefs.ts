import { pointerSegments } from '../language/pointer.js';
import type { Issue } from './issue.js';
import { type Located, nodeAt } from './located.js';

/** Keys whose value is data; a `$ref` in it means nothing. */
const data = ['example', 'default', 'enum', 'const', 'value'];

/** Every `$ref` must lead to something inside the document. */
export function checkRefs(root: Located): Issue[] {
  const issues: Issue[] = [];
  visit(root, false, (target, node) => {
    const problem = problemOf(root, target);
    if (problem) issues.push({ ...problem, severity: 'error', place: node.place });
  });
  return issues;
}

function problemOf(root: Located, target: string): Pick<Issue, 'code' | 'message'> | undefined {
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
  if (nodeAt(root, pointerSegments(target))) return undefined;
  return { code: 'openapi-invalid', message: `The $ref ${target} leads to nothing in the document.` };
}

/** @param names are the keys of this map names that the author chose, not words of OpenAPI? */
function visit(node: Located, names: boolean, found: (target: string, node: Located) => void): void {
  if (node.kind === 'list') for (const item of node.items) visit(item, false, found);
  if (node.kind !== 'map') return;
  for (const [key, { value }] of node.entries) {
    if (!names && data.includes(key)) continue;
    if (!names && key === '$ref' && value.kind === 'scalar') found(String(value.value), value);
    else visit(value, !names && (key === 'properties' || key === 'patternProperties' || key === '$defs'), found);
  }
}
