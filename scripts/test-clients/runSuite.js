import { run } from './run.js';
import { startServer } from './startServer.js';
import { surroundings } from './surroundings.js';
import { countTap } from './tap.js';

/** Longest a suite may take once its environment is there, where it does not say otherwise; in seconds. */
const usualLimit = 240;

/**
 * Runs one suite. What is missing on this machine makes it `notRun`; everything else that goes wrong is a failure.
 *
 * @param suites all there are: those it repeats are among them
 */
export async function runSuite(suite, suites) {
  const { env, problem: missing } = await surroundings(suite);
  if (missing) return { passed: 0, failed: 0, seconds: 0, notRun: missing };
  const repeated = suite.repeats && { REPEATED: JSON.stringify(await repeatedSuites(suite, suites)) };

  const started = Date.now();
  const server = await startServer(suite.serve);
  try {
    const [command, ...args] = suite.run;
    const ended = await run(command, args, {
      cwd: suite.folder,
      env: { ...process.env, ...server.env, ...env, ...repeated },
      limit: (suite.limit ?? usualLimit) * 1000,
      echo: '  ',
    });
    const { passed, failed, problem } = countTap(ended);
    if (problem) console.log(`  ${problem}`);
    return { passed, failed, seconds: ((Date.now() - started) / 1000).toFixed(1) };
  } finally {
    await server.stop();
  }
}

/** The suites that a suite repeats, each with what it is run with or what is missing. */
function repeatedSuites({ repeats }, suites) {
  return Promise.all(
    repeats.map(async (name) => {
      const suite = suites.find((each) => each.name === name);
      if (!suite) throw new Error(`There is no suite ${name} to repeat.`);
      return { name, folder: suite.folder, ...(await surroundings(suite)) };
    }),
  );
}
