import type { CaseResult, CaseVerdict } from '../../conformance/index.js';
import type { Paint } from '../../report/paint.js';
import { isUnexpectedFailure } from '../unexpected.js';
import { caseLine, progressFacts, progressLine } from './progressText.js';

/** Tells how far a run is. */
export interface Progress {
  started(total: number): void;
  caseDone(result: CaseResult): void;
  /** Takes away what is only for the moment; lines of failing cases stay. */
  finished(): void;
}

/** Where progress is shown: standard error, so that standard output holds the reports alone. */
export interface ProgressStream {
  /** Writes a text as it is. */
  readonly write: (text: string) => void;
  /** Does a person look at it? */
  readonly isInteractive: boolean;
  /** How wide the terminal is now; it is asked for each line. */
  readonly columns: number | undefined;
  readonly paint: Paint;
}

/** How many cases that did not pass get a line while the run goes on; a client that does nothing right floods nobody. */
const lineLimit = 20;

const eraseLine = '\r\u001b[2K';

/**
 * Shows progress: on a terminal one line that is drawn again, elsewhere a plain line at each tenth of the run. A case
 * that fails or is not judged gets a line of its own, of many only the first. Nothing depends on time.
 */
export function createProgress(stream: ProgressStream): Progress {
  const { write, isInteractive, paint } = stream;
  const not: Partial<Record<CaseVerdict, number>> = {};
  let total = 0;
  let done = 0;
  let lines = 0;

  const draw = (last: string) => {
    const state = { done, total, not, last };
    if (isInteractive) write(eraseLine + progressLine(state, stream.columns ?? 80, paint));
    else if (isTenth(done, total)) write(`${progressFacts(state)}\n`);
  };
  const keep = (text: string) => write(`${isInteractive ? eraseLine : ''}${text}\n`);

  return {
    started(cases) {
      total = cases;
      if (isInteractive) draw('');
    },
    caseDone(result) {
      done += 1;
      if (result.verdict !== 'pass') not[result.verdict] = (not[result.verdict] ?? 0) + 1;
      if (isWorthALine(result)) {
        lines += 1;
        if (lines <= lineLimit) keep(caseLine(result, paint));
        if (lines === lineLimit + 1) keep(paint.dim('… more of them; the report has all'));
      }
      draw(result.id);
    },
    finished() {
      if (isInteractive) write(eraseLine);
    },
  };
}

/** Failures that are expected are no news while a run goes on. */
function isWorthALine(result: CaseResult): boolean {
  return result.verdict === 'error' || isUnexpectedFailure(result);
}

/** Is this the first case of another tenth? The last one always is. */
function isTenth(done: number, total: number): boolean {
  const tenth = (cases: number) => Math.floor((cases * 10) / Math.max(1, total));
  return tenth(done) > tenth(done - 1);
}
