import { describe, expect, it } from 'vitest';
import type { CaseResult } from '../../../src/conformance/index.js';
import { distinctNames } from '../../../src/reporters/clientText.js';
import { matrixOf, stateOf } from '../../../src/reporters/matrix.js';
import { operationOf } from '../../../src/reporters/operationOf.js';
import { troubled } from '../../support/runs/sampleClients.js';
import { sampleRun } from '../../support/runs/sampleRun.js';

const run = await sampleRun({ deviate: troubled });
const [sample] = run.cases as [CaseResult];

describe('the matrix', () => {
  it('has every case once, in the row of its rule', () => {
    const { groups } = matrixOf([run, run]);
    for (const client of [0, 1]) {
      const cases = groups.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells[client]?.cases ?? []));
      expect(new Set(cases)).toEqual(new Set(run.cases));
      expect(cases).toHaveLength(run.cases.length);
    }
    const [deletion] = groups.filter(({ operation }) => operation === 'deleteTranscodingTask');
    expect(deletion?.rows.map(({ name }) => name)).toContain('not-final-forbidden');
  });

  it('shows a cell as the worst of its cases', () => {
    const cells = matrixOf([run]).groups.flatMap(({ rows }) =>
      rows.map(({ name, cells: [cell] }) => [name, cell?.state, cell?.passed]),
    );
    expect(cells).toContainEqual(['not-final', 'error', 0]);
    expect(cells).toContainEqual(['deleted', 'fail', 1]);
    expect(cells).toContainEqual(['created', 'unsupported', 0]);
  });

  it('has no cell where a client was not tried', async () => {
    const other = await sampleRun({ select: /createTranscodingTask/ });
    const rows = matrixOf([run, other]).groups.flatMap(({ rows: own }) => own);
    expect(rows.find(({ name }) => name === 'deleted')?.cells[1]).toBeUndefined();
  });

  it('puts what is of no operation, and stories, last', () => {
    const story = {
      ...sample,
      id: 'huawei-mpc/stories/cancel-then-delete',
      kind: 'story',
      rule: 'huawei-mpc/x',
    } as const;
    const refused = { ...sample, id: 'huawei-mpc/no-route', kind: 'failure', rule: 'huawei-mpc/no-route' } as const;
    const { groups } = matrixOf([{ ...run, cases: [story, refused, ...run.cases] }]);
    expect(groups.slice(-2).map(({ operation, rows }) => [operation, rows.map(({ name }) => name)])).toEqual([
      ['no operation', ['no-route']],
      ['stories', ['stories/cancel-then-delete']],
    ]);
  });
});

describe('a case', () => {
  it('is known where its failure is expected, and failed where the baseline is out of date', () => {
    const state = (verdict: CaseResult['verdict'], standing?: CaseResult['standing']) =>
      stateOf({ ...sample, verdict, ...(standing ? { standing } : {}) });
    expect([
      state('fail'),
      state('fail', 'expected'),
      state('fail', 'flaky'),
      state('pass', 'stale'),
      state('pass', 'flaky'),
    ]).toEqual(['fail', 'known', 'known', 'fail', 'pass']);
  });

  it('is of the operation of its rule, whatever it calls besides', () => {
    expect(operationOf({ ...sample, rule: 'p/deleteTask/row/more' })).toBe('deleteTask');
    const { rule: _, ...free } = sample;
    expect(operationOf({ ...free, kind: 'fault' })).toBe(sample.steps[0]?.operation);
  });
});

describe('clients of one name', () => {
  it('are told apart by their version, then their rung, then their place', () => {
    const client = (name: string, version?: string, rung = 'exec') => ({
      ...run,
      rung,
      client: { name, ...(version ? { version } : {}) },
    });
    expect(distinctNames([client('a', '1'), client('a', '2')])).toEqual(['a 1', 'a 2']);
    expect(distinctNames([client('a'), client('a', undefined, 'session')])).toEqual(['a (exec)', 'a (session)']);
    expect(distinctNames([client('a'), client('a')])).toEqual(['a (exec) #1', 'a (exec) #2']);
  });
});
