/** The records every server of the benchmark holds: tasks of TwelveLabs, by number. */

/** How many of the records, counted from 0, are in a state that cannot be deleted; the others can. */
export const refusable = 1000;
/** How many records a server holds unless a measurement says otherwise. */
export const usualRecords = 10_000;

export const apiKey = 'tlk_tombstone';
export const tasksPath = '/v1.3/tasks/';

/** A task as the documented response shows it. */
export interface Task {
  readonly _id: string;
  readonly video_id: string;
  readonly index_id: string;
  readonly status: string;
  readonly created_at: string;
  readonly updated_at: string;
  readonly system_metadata: {
    readonly filename: string;
    readonly duration: number;
    readonly width: number;
    readonly height: number;
  };
}

/** The id of a task: 24 hexadecimal digits, as the API demands. */
export function taskId(number: number): string {
  return (0x5eed_0000_0000 + number).toString(16).padStart(24, '0');
}

export function makeTask(number: number): Task {
  const id = taskId(number);
  return {
    _id: id,
    video_id: `f${id.slice(1)}`,
    index_id: '6298d673f1090f1100476d4c',
    status: number < refusable ? 'indexing' : number % 2 === 0 ? 'ready' : 'failed',
    created_at: '2026-01-07T10:00:00.000Z',
    updated_at: '2026-01-07T10:00:09.000Z',
    system_metadata: { filename: `harbour-${number}.mp4`, duration: 42.5, width: 1280, height: 720 },
  };
}

export function makeTasks(count: number): Task[] {
  return Array.from({ length: count }, (_, number) => makeTask(number));
}
