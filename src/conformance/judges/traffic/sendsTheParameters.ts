import { type CheckRule, type Finding, finding, type StepEvidence, worstOf } from '../evidence.js';
import { bodyDifference } from './bodyDifference.js';
import type { Difference } from './difference.js';

/** The right record is asked for: parameters and body arrive as they were given, however they had to be encoded. */
export const sendsTheParameters: CheckRule = {
  slug: 'sends-the-parameters',
  requirement: 'Path, query and body reach the server with the values the client was given.',
  look: ({ steps }) => worstOf(steps.map(lookAt)),
};

function lookAt({ expected, calls }: StepEvidence): Finding | undefined {
  if (calls.length === 0) return undefined;
  const wrong = calls
    .map(({ request }) => targetDifference(request.target, expected.target) ?? bodyDifference(request, expected.body))
    .find((difference) => difference !== undefined);
  return finding(wrong === undefined, 'must', wrong?.expected ?? '', () => wrong?.observed ?? '');
}

function targetDifference(target: string, wanted: string): Difference | undefined {
  const [path, query] = parts(target);
  const [wantedPath, wantedQuery] = parts(wanted);
  if (path !== wantedPath) return { expected: `the path ${wanted.split('?')[0]}`, observed: `It sent ${target}.` };
  for (const name of new Set(wantedQuery.keys())) {
    const values = JSON.stringify(wantedQuery.getAll(name));
    if (JSON.stringify(query.getAll(name)) === values || JSON.stringify(query.getAll(name)[0]?.split(',')) === values)
      continue;
    return {
      expected: `the query parameter ${name} with ${wantedQuery.getAll(name).join(', ')}`,
      observed: `It sent ${target}.`,
    };
  }
  return undefined;
}

/** Path and query with percent-encoding undone, as RFC 3986 compares them. */
function parts(target: string): readonly [path: string, query: URLSearchParams] {
  const [path = '', ...query] = target.split('?');
  const segments = path.split('/').map((segment) => {
    try {
      return encodeURIComponent(decodeURIComponent(segment));
    } catch {
      return segment;
    }
  });
  return [segments.join('/'), new URLSearchParams(query.join('?'))];
}
