import { describe, expect, test } from 'vitest';
import { type FailureRow, type FailureWhen, failureKinds } from '../../../src/language/lifecycle.js';
import { analyseFailures, failureSituationsOf } from '../../../src/table/failureTable.js';
import { row, thingTable } from './thingTable.js';

const failure = (id: string, when: FailureWhen = {}): FailureRow => ({ ...row(id), when });
const routes = failure('routes', { kind: ['unknownRoute', 'methodNotAllowed'] });

function lifecycleWith(failures: readonly FailureRow[], own: readonly FailureRow[] = []) {
  return { ...thingTable([row('rest')], { failures: own }).lifecycle, failures };
}

describe('a failure table', () => {
  test('is total where its last row has no guard', () => {
    const lifecycle = lifecycleWith([failure('rest')]);
    expect(analyseFailures(lifecycle).undecided).toEqual([]);
    expect(analyseFailures(lifecycle, 'use').undecided).toEqual([]);
  });

  test.each(failureKinds.map((kind) => [kind]))('is not total where no row is for %s', (kind) => {
    const lifecycle = lifecycleWith([failure('most', { kind: failureKinds.filter((known) => known !== kind) })]);
    const undecided = [...analyseFailures(lifecycle).undecided, ...analyseFailures(lifecycle, 'use').undecided];
    expect(new Set(undecided.map((one) => one.kind))).toEqual(new Set([kind]));
  });

  test('is not total where a kind is refused for one cause only', () => {
    const lifecycle = lifecycleWith([
      failure('none', { kind: ['unauthenticated'], cause: ['none'] }),
      failure('rest', { kind: ['invalid'] }),
    ]);
    expect(analyseFailures(lifecycle, 'use').undecided).toContainEqual({
      kind: 'unauthenticated',
      cause: 'key',
      operation: 'use',
      switches: {},
    });
  });

  test('tries an operation’s own rows before the provider’s', () => {
    const lifecycle = lifecycleWith(
      [routes, failure('invalid', { kind: ['invalid'] }), failure('rest')],
      [failure('own', { kind: ['invalid'] })],
    );
    expect(analyseFailures(lifecycle, 'use').shadowed).toContainEqual({ id: 'invalid', by: ['own'] });
  });

  test('gives one case for each cause, place and keyword a row decides', () => {
    const short = failure('short', { kind: ['invalid'], at: ['/name'], keyword: ['minLength', 'maxLength'] });
    const lifecycle = lifecycleWith([short, failure('rest')]);
    const facets = failureSituationsOf(lifecycle, 'short', 'use').map(({ at, keyword }) => `${at} ${keyword}`);
    expect(facets).toEqual(['/name minLength', '/name maxLength']);
  });
});
