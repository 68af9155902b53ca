import { run } from './run.js';
import { createTerminal } from './terminal.js';

/** Runs the command line of this process, and sets its exit status. */
export async function start(): Promise<void> {
  // Whoever reads our output may stop reading (`| head`); that is the end, and no defect.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    throw error;
  });

  // The status is set, not forced: what is still to be written gets written.
  process.exitCode = await run(process.argv.slice(2), createTerminal(process.stdout, process.stderr, process.env));
}
