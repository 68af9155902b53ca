import type { Paint } from './paint.js';

/** `when    the task exists`: a label in a column of eight. */
export function labelled(label: string, text: string, paint: Paint): string {
  return `${paint.dim(label.padEnd(7))} ${text}`;
}
