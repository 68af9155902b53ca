import { program } from './program.js';

/** Counts checks, and prints them the way `npm run test:clients` reads them. */
export function startChecks() {
  let count = 0;
  let failed = 0;
  return {
    /** Holds where the program succeeds; what it printed is shown where it does not. */
    succeeds(title, command, args, cwd, env) {
      const { status, printed } = program(command, args, cwd, env);
      count += 1;
      console.log(`${status === 0 ? 'ok' : 'not ok'} - ${title}`);
      if (status === 0) return;
      failed += 1;
      console.log(printed.replaceAll(/^/gm, '  '));
    },
    end() {
      console.log(`1..${count}`);
      process.exitCode = failed > 0 ? 1 : 0;
    },
  };
}
