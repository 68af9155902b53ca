import type { Paint } from '../report/paint.js';

/** Where reports that name no file go, and complaints. The command line's terminal is one. */
export interface Screen {
  /** Writes a text and a newline to standard output. */
  readonly out: (text: string) => void;
  /** The same to standard error. */
  readonly err: (text: string) => void;
  /** The colours of standard output. */
  readonly paint: Paint;
}
