import type { InputIssue } from '../../language/compiledContract.js';
import type { InputLocation } from '../../language/lifecycle.js';
import { pointerSegments, toPointer } from '../../language/pointer.js';
import type { Failure } from '../scope.js';

/** What a validator's complaint means in the words of the failure table. */
export function inputFailure(issues: readonly InputIssue[]): Failure {
  const issue = decisive(issues);
  const [location = 'body', ...rest] = pointerSegments(issue.instancePath);
  const missing = issue.keyword === 'required' ? String(issue.params['missingProperty']) : undefined;
  // `body` itself is a property of the input: when it is what is missing, the path is still empty.
  const place = issue.instancePath === '' ? (missing ?? 'body') : location;
  const segments = issue.instancePath === '' || missing === undefined ? rest : [...rest, missing];
  const within = place as InputLocation;
  const at = within === 'body' ? toPointer(segments) : (segments[0] ?? '');
  const name =
    (within === 'body' ? segments.filter((segment) => !/^\d+$/.test(segment)).join('.') : segments[0]) || place;
  return {
    kind: missing === undefined ? 'invalid' : 'missing',
    in: within,
    at,
    name,
    keyword: issue.keyword,
    explanation: `${place}${segments.length > 0 ? ` ${name}` : ''}: ${issue.message ?? issue.keyword}.`,
  };
}

/** The outermost complaint: ajv lists what failed inside `anyOf` before `anyOf` itself; `if` only says that a branch failed. */
function decisive(issues: readonly InputIssue[]): InputIssue {
  const last = issues.at(-1);
  const chosen = last?.keyword === 'if' ? (issues.at(-2) ?? last) : last;
  return chosen ?? { instancePath: '', keyword: 'unknown', params: {} };
}
