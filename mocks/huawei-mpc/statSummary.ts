import type { BodyFunction } from '../../src/engine/functions.js';
import { parseInstant } from '../../src/language/instant.js';
import type { Fields } from '../../src/store/store.js';

/** What one task adds to each figure. */
const figures: Readonly<Record<string, (task: Fields) => number>> = {
  transcode_task_number: () => 1,
  transcode_duration: minutesWorked,
  // The mock reads no media, and packaging tasks are no part of it.
  video_duration: () => 0,
  remux_file_duration: () => 0,
};

/** The figure asked for, for each day of the period on which tasks were created, and over all of them. */
export const statSummary: BodyFunction = ({ request }, items) => {
  const { start_time: from, end_time: to, stat_type: name } = request.query;
  const figure = figures[String(name)] ?? (() => 0);
  const days = new Map<string, number>();
  for (const task of items) {
    const day = String(task['create_time']).slice(0, 8);
    if (day >= String(from) && day <= String(to)) days.set(day, (days.get(day) ?? 0) + figure(task));
  }
  const summary = [...days]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([day, value]) => ({
      value: twoPlaces(value),
      date: `${day.slice(0, 4)}/${day.slice(4, 6)}/${day.slice(6)}`,
    }));
  return { summary, total: twoPlaces([...days.values()].reduce((sum, value) => sum + value, 0)), stat_type: name };
};

/** Minutes between start and end; none where the task has not got that far. */
function minutesWorked(task: Fields): number {
  const start = parseInstant(task['start_time']);
  const end = parseInstant(task['end_time']);
  return start === undefined || end === undefined ? 0 : (end - start) / 60_000;
}

function twoPlaces(value: number): number {
  return Math.round(value * 100) / 100;
}
