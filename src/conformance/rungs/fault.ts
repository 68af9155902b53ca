import type { RungAnswer } from '../rung.js';

/** The adapter broke: an answer that costs its case, and says nothing of the client. */
export function fault(message: string): RungAnswer {
  return { type: 'fault', message };
}

/** Why a result is none: there is one outcome for each step. */
export function miscounted(outcomes: number, steps: number): string | undefined {
  if (outcomes === steps) return undefined;
  return `It gave ${outcomes} outcome${outcomes === 1 ? '' : 's'} for ${steps} step${steps === 1 ? '' : 's'}; there is one for each.`;
}
