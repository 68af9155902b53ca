import type { RunReport } from '../conformance/index.js';
import type { Paint } from '../report/paint.js';

/** One way to show what a run came to. */
export interface Reporter {
  /** What it makes, for help. */
  readonly about: string;
  /** Shows only one run: several cannot be put together in its format. */
  readonly single?: true;
  /** The whole text, without a last newline. `paint` is only for what people read on a terminal. */
  render(reports: readonly RunReport[], paint: Paint): string;
}
