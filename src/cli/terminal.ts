import { colourful, type Paint, plain } from '../report/paint.js';

/** Where a command writes. */
export interface Terminal {
  /** Writes a text and a newline to standard output. */
  readonly out: (text: string) => void;
  /** The same to standard error. */
  readonly err: (text: string) => void;
  readonly paint: Paint;
  /** Does a person look at standard output? */
  readonly isInteractive: boolean;
  /** Standard error, for what is shown while something goes on. */
  readonly progress: {
    /** Writes a text as it is. */
    readonly write: (text: string) => void;
    readonly isInteractive: boolean;
    /** How wide it is now. */
    readonly columns: number | undefined;
    readonly paint: Paint;
  };
}

interface Stream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** A terminal over two streams. Colours are for people, and not for those who set NO_COLOR (https://no-color.org). */
export function createTerminal(
  stdout: Stream,
  stderr: Stream,
  environment: Readonly<Record<string, string | undefined>>,
): Terminal {
  const isInteractive = stdout.isTTY === true;
  const paintFor = ({ isTTY }: Stream) =>
    isTTY === true && !environment['NO_COLOR'] && environment['TERM'] !== 'dumb' ? colourful : plain;
  return {
    out: (text) => stdout.write(`${text}\n`),
    err: (text) => stderr.write(`${text}\n`),
    paint: paintFor(stdout),
    isInteractive,
    progress: {
      write: (text) => stderr.write(text),
      // A line that is drawn again is nothing for a terminal that cannot go back.
      isInteractive: stderr.isTTY === true && environment['TERM'] !== 'dumb',
      get columns() {
        return stderr.columns;
      },
      paint: paintFor(stderr),
    },
  };
}
