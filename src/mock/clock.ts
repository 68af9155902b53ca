import { TombstoneError } from '../errors.js';
import { parseDuration } from '../language/duration.js';
import type { Pace } from './mock.js';

/** A sandbox's clock: how far it runs ahead of (or behind) wall time, or where it stands. */
export interface SandboxClock {
  now(): number;
  /** What it shows at an instant of wall time. */
  at(wall: number): number;
  pace(): Pace;
  setPace(pace: Pace): void;
  /** Moves to an instant. */
  set(instant: number): void;
}

/** A clock that starts at `start`: with `manual` it stands until moved, otherwise it runs with wall time. */
export function createClock(pace: Pace, start: number, wallTime: () => number): SandboxClock {
  let current = pace;
  let base = start;
  let since = wallTime();
  const at = (wall: number) => (current === 'manual' ? base : base + (wall - since));
  const now = () => at(wallTime());
  const anchor = (instant: number) => {
    base = instant;
    since = wallTime();
  };
  return {
    now,
    at,
    pace: () => current,
    setPace(next) {
      anchor(now());
      current = next;
    },
    set: anchor,
  };
}

/** The instant so much after another. @throws TombstoneError `bad-duration`, also where no date lies that far */
export function later(instant: number, by: string | number): number {
  const target = instant + readDuration(by);
  if (Number.isNaN(new Date(target).getTime()))
    throw new TombstoneError('bad-duration', `The clock cannot move on by ${by}: no date lies that far.`);
  return target;
}

/** Milliseconds of `'10s'` or of a number. */
export function readDuration(by: string | number): number {
  const milliseconds = typeof by === 'number' ? by : parseDuration(by);
  if (milliseconds === undefined || !Number.isFinite(milliseconds) || milliseconds < 0) {
    throw new TombstoneError(
      'bad-duration',
      `"${by}" is no duration. Write a number and a unit, such as 250ms, 10s, 5m, 1h or 90d.`,
    );
  }
  return milliseconds;
}
