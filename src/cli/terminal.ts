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
}

interface Stream {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** A terminal over two streams. Colours are for people, and not for those who set NO_COLOR (https://no-color.org). */
export function createTerminal(
  stdout: Stream,
  stderr: Stream,
  environment: Readonly<Record<string, string | undefined>>,
): Terminal {
  const isInteractive = stdout.isTTY === true;
  const colours = isInteractive && !environment['NO_COLOR'] && environment['TERM'] !== 'dumb';
  return {
    out: (text) => stdout.write(`${text}\n`),
    err: (text) => stderr.write(`${text}\n`),
    paint: colours ? colourful : plain,
    isInteractive,
  };
}
