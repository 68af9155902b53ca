import { describe, expect, it } from 'vitest';
import { createClock } from '../../../src/mock/clock.js';
import { ask, handIn, parcelMock, start, statusOf } from './support/parcels.js';

/** A wall clock that a test moves. */
function wall() {
  let now = Date.UTC(2030, 0, 1);
  return { time: () => now, pass: (milliseconds: number) => (now += milliseconds) };
}

describe('a clock at its own pace', () => {
  it('manual stands until it is moved', () => {
    const { time, pass } = wall();
    const clock = createClock('manual', 1000, time);
    pass(500);
    expect(clock.now()).toBe(1000);
    clock.set(2000);
    expect(clock.now()).toBe(2000);
  });

  it.each(['real', 'instant'] as const)('%s runs with wall time, from where it starts', (pace) => {
    const { time, pass } = wall();
    const clock = createClock(pace, 1000, time);
    pass(500);
    expect(clock.now()).toBe(1500);
    clock.set(9000);
    pass(1);
    expect(clock.now()).toBe(9001);
  });

  it('goes on from where it is when the pace changes', () => {
    const { time, pass } = wall();
    const clock = createClock('real', 0, time);
    pass(10);
    clock.setPace('manual');
    pass(10);
    expect([clock.now(), clock.pace()]).toEqual([10, 'manual']);
    clock.setPace('real');
    pass(10);
    expect(clock.now()).toBe(20);
  });
});

describe('a sandbox', () => {
  it('under a real pace changes states as wall time passes, at the moment they were due', () => {
    const { time, pass } = wall();
    const mock = parcelMock({ pace: 'real', wallTime: time });
    const id = handIn(mock);
    pass(999);
    expect(statusOf(mock, id)).toBe('waiting');
    pass(5000);
    const { body } = ask(mock, 'GET', `/parcels/${id}`);
    expect(body).toMatchObject({
      status: 'moving',
      created_at: '2026-01-01T00:00:00Z',
      updated_at: '2026-01-01T00:00:01Z',
    });
  });

  it('under a manual pace changes states when its clock is moved, and not before', () => {
    const { time, pass } = wall();
    const mock = parcelMock({ wallTime: time });
    const id = handIn(mock);
    pass(60_000);
    expect(statusOf(mock, id)).toBe('waiting');
    mock.clock.advance('999ms');
    expect(statusOf(mock, id)).toBe('waiting');
    mock.clock.advance(1);
    expect(statusOf(mock, id)).toBe('moving');
    expect(mock.clock.now()).toBe(start + 1000);
  });

  it('under an instant pace settles at once, also what would wait for reads', () => {
    const mock = parcelMock({ pace: 'instant' });
    const id = handIn(mock);
    expect(ask(mock, 'GET', `/parcels/${id}`).body).toMatchObject({ status: 'done', done_at: '2026-01-01T00:00:00Z' });
  });

  it('settles what flows when its pace becomes instant, and leaves what is settled when it becomes manual again', () => {
    const mock = parcelMock();
    const id = handIn(mock);
    mock.clock.setPace('instant');
    expect(statusOf(mock, id)).toBe('done');
    mock.clock.setPace('manual');
    const next = handIn(mock);
    expect([statusOf(mock, id), statusOf(mock, next)]).toEqual(['done', 'waiting']);
  });

  it('goes by real time where its pace becomes real, counted from then', () => {
    const { time, pass } = wall();
    const mock = parcelMock({ wallTime: time });
    const id = handIn(mock);
    pass(5000);
    mock.clock.setPace('real');
    pass(999);
    expect(statusOf(mock, id)).toBe('waiting');
    pass(1);
    expect(statusOf(mock, id)).toBe('moving');
  });

  it.each(['', '10', '-1s', 'soon', -1, Number.NaN, Number.POSITIVE_INFINITY, '1e9s'])(
    'cannot be moved by %j, and then stays where it is',
    (by) => {
      const mock = parcelMock();
      expect(() => mock.clock.advance(by)).toThrow('[bad-duration]');
      expect(mock.clock.now()).toBe(start);
    },
  );

  it('cannot be moved to where there are no dates', () => {
    const mock = parcelMock();
    const id = handIn(mock);
    expect(() => mock.clock.advance(9e15)).toThrow('[bad-duration]');
    expect([mock.clock.now(), statusOf(mock, id)]).toEqual([start, 'waiting']);
    expect(mock.exportState().clock.now).toBe('2026-01-01T00:00:00.000Z');
  });
});
