/** How long to measure. Times in milliseconds. */
export interface Effort {
  readonly name: 'full' | 'quick';
  readonly rounds: number;
  readonly round: number;
  readonly warmUp: number;
  /** How often a process is started. */
  readonly starts: number;
  /** How often the foreign document is served. */
  readonly foreignStarts: number;
  readonly manyRecords: number;
}

export const full: Effort = {
  name: 'full',
  rounds: 25,
  round: 300,
  warmUp: 2000,
  starts: 15,
  foreignStarts: 7,
  manyRecords: 1_000_000,
};

export const quick: Effort = {
  name: 'quick',
  rounds: 9,
  round: 200,
  warmUp: 600,
  starts: 5,
  foreignStarts: 2,
  manyRecords: 1_000_000,
};
