import type { Spread } from '../statistics.js';

/** What is aimed at. */
export type Aim = { readonly atLeast: number } | { readonly atMost: number };

/** One line of the report. */
export interface Figure {
  readonly name: string;
  /** Over the rounds; one measured once has no spread. */
  readonly value: Spread;
  readonly unit: '×' | 'MB' | 'ms' | 'µs' | 'bytes';
  readonly aim?: Aim;
  /** What the figure was made of. */
  readonly beside: string;
}

/** Undefined where nothing is aimed at. */
export function meetsAim({ value, aim }: Figure): boolean | undefined {
  if (!aim) return undefined;
  return 'atLeast' in aim ? value.median >= aim.atLeast : value.median <= aim.atMost;
}
