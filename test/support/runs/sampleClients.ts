import type { DerivedCase } from '../../../src/conformance/index.js';
import type { Deviation } from './sampleRun.js';

/** Takes every refusal for a deletion. */
export function hasty({ expect }: DerivedCase): Deviation {
  return expect.words.length > 0 ? { outcome: { outcome: 'deleted', status: expect.status } } : {};
}

/** Has something of everything: failures of two kinds, a warning, what it cannot do, a broken adapter, a baseline. */
export function troubled(one: DerivedCase): Deviation {
  if (one.operation.startsWith('create'))
    return { verdict: 'unsupported', message: 'no way to create tasks', issue: 'https://example.com/issues/7' };
  if (one.id.endsWith('/not-final/WAITING'))
    return { verdict: 'error', message: 'the adapter ended with status 139 before it answered' };
  if (one.id.endsWith('/not-final/NEED_TO_BE_AUDIT')) return { ...hasty(one), standing: 'expected' };
  if (one.id.endsWith('/deleted/FAILED')) return { standing: 'stale' };
  if (one.id.endsWith('/deleted/CANCELED')) return { standing: 'flaky' };
  if (one.id.endsWith('/deleted/SUCCEEDED')) {
    return {
      checks: [
        {
          slug: 'report.no-throw',
          judge: 'report',
          level: 'must',
          verdict: 'fail',
          requirement: 'A client takes an empty body for what it is.',
          expected: 'deleted',
          observed: 'SyntaxError: Unexpected end of JSON input',
        },
      ],
      output: { stdout: 'deleting 100211\n', stderr: 'Traceback (most recent call last):\n  …\n' },
    };
  }
  return hasty(one);
}
