import { describe, expect, it } from 'vitest';
import functions from '../../../mocks/huawei-mpc/functions.js';
import type { FunctionContext } from '../../../src/engine/functions.js';

function asking(query: Record<string, unknown>): FunctionContext {
  const request = { path: {}, query, header: {}, body: undefined, undeclared: {} };
  return { request, record: undefined, now: 0, random: () => 0 };
}

const { periodReversed } = functions.guards ?? {};
const { withNoTask, statSummary } = functions.bodies ?? {};

describe('periodReversed', () => {
  it('holds for its first sample and not for its second', () => {
    expect(periodReversed?.holds(asking({ ...periodReversed.samples.true.query }))).toBe(true);
    expect(periodReversed?.holds(asking({ ...periodReversed.samples.false.query }))).toBe(false);
  });

  it('lets a period of one day pass', () => {
    expect(periodReversed?.holds(asking({ start_time: '20260101', end_time: '20260101' }))).toBe(false);
  });
});

describe('withNoTask', () => {
  const done = { task_id: 1, status: 'SUCCEEDED' };

  it('answers for every id in the order asked, once each', () => {
    expect(withNoTask?.(asking({ task_id: [9, 1, 9] }), [done])).toEqual({
      task_array: [{ task_id: 9, status: 'NO_TASK' }, done],
      is_truncated: 0,
      total: 2,
    });
  });

  it('shows only tasks in the status asked for', () => {
    expect(withNoTask?.(asking({ task_id: [9, 1], status: 'FAILED' }), [done])).toMatchObject({
      task_array: [],
      total: 0,
    });
  });
});

describe('statSummary', () => {
  const tasks = [
    { create_time: '20260102235959', start_time: '20260102000000', end_time: '20260102000130' },
    { create_time: '20260101000000', start_time: '20260101000000', end_time: '20260101000020' },
    { create_time: '20260102000000', start_time: '20260102000000' },
    { create_time: '20260103000000' },
  ];
  const period = { start_time: '20260101', end_time: '20260102' };

  it('counts the tasks of each day of the period, both ends included', () => {
    expect(statSummary?.(asking({ ...period, stat_type: 'transcode_task_number' }), tasks)).toEqual({
      summary: [
        { value: 1, date: '2026/01/01' },
        { value: 2, date: '2026/01/02' },
      ],
      total: 3,
      stat_type: 'transcode_task_number',
    });
  });

  it('adds up the minutes worked, to two places', () => {
    const answer = statSummary?.(asking({ ...period, stat_type: 'transcode_duration' }), tasks);
    expect(answer).toMatchObject({ summary: [{ value: 0.33 }, { value: 1.5 }], total: 1.83 });
  });

  it('knows nothing of the length of media', () => {
    expect(statSummary?.(asking({ ...period, stat_type: 'video_duration' }), tasks)).toMatchObject({ total: 0 });
  });
});
