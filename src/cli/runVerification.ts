import { constants } from 'node:os';
import { TombstoneError } from '../errors.js';
import { verifyText } from '../verify/verifyText.js';
import type { OpenedVerification } from './openVerification.js';
import { stopSignal } from './stopSignal.js';
import type { Terminal } from './terminal.js';

const notThere = 3;

/** Says what is going to be done, does it, and shows what came of it; gives the exit status. */
export async function runVerification(
  open: (stop: AbortSignal) => Promise<OpenedVerification>,
  { yes, json }: { readonly yes?: true; readonly json?: true },
  terminal: Terminal,
): Promise<number> {
  try {
    const stop = stopOf(terminal);
    const { verification, ground, needsYes } = await open(stop);
    const { target, service } = ground;
    const { contract } = service;
    // Standard output is for the report alone where a program reads it.
    const say = json ? terminal.err : terminal.out;
    say(`${contract.id} at ${target.origin}: ${verification.size} situations. ${verification.intention}`);
    if (needsYes && !yes) {
      throw new TombstoneError(
        'not-confirmed',
        `${target.origin} is not on this machine, and nothing was sent to it. Say --yes to do that there.`,
      );
    }
    const report = await verification.run(progressOn(terminal, verification.size));
    terminal.out(json ? JSON.stringify(report) : `\n${verifyText(report, stop.aborted, terminal.paint)}`);
    return stop.aborted ? 128 + constants.signals[stop.reason as NodeJS.Signals] : report.exitStatus;
  } catch (error) {
    if (!(error instanceof TombstoneError) || error.code !== 'no-answer') throw error;
    terminal.err(`tombstone: ${error.message}`);
    return notThere;
  }
}

/** Raised by Ctrl-C and the like, with the name of the signal. */
function stopOf(terminal: Terminal): AbortSignal {
  const stop = new AbortController();
  void stopSignal().then((signal) => {
    stop.abort(signal);
    terminal.err('\ntombstone: stopping; what was made is deleted. Once more ends it at once, and leaves that there.');
  });
  return stop.signal;
}

/** A line that is written over, for people alone. */
function progressOn({ isInteractive }: Terminal, size: number): (done: number) => void {
  if (!isInteractive) return () => undefined;
  return (done) => {
    process.stderr.write(done === size ? '\r\u001b[K' : `\r${done}/${size}`);
  };
}
