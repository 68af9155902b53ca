import { missingTools } from './missingTools.js';
import { npmEnvironment } from './npmEnvironment.js';
import { pythonEnvironment } from './pythonEnvironment.js';
import { run } from './run.js';
import { startServer } from './startServer.js';
import { countTap } from './tap.js';

/** Longest a suite may take once its environment is there, where it does not say otherwise; in seconds. */
const usualLimit = 240;

/**
 * Runs one suite. What is missing on this machine makes it `notRun`; everything else that goes wrong is a failure.
 */
export async function runSuite(suite) {
  const none = { passed: 0, failed: 0, seconds: 0 };
  const missing = missingTools(suite.needs);
  if (missing.length > 0) return { ...none, notRun: `${missing.join(' and ')} cannot be found` };
  if (suite.probe) {
    const [program, ...args] = suite.probe;
    const probed = await run(program, args, { limit: usualLimit * 1000 });
    if (probed.status !== 0) return { ...none, notRun: `\`${suite.probe.join(' ')}\` does not succeed here` };
  }
  let path = process.env.PATH;
  if (suite.python) {
    const environment = await pythonEnvironment(suite);
    if (environment.problem) return { ...none, notRun: environment.problem };
    path = `${environment.bin}:${path}`;
  }
  const folders = {};
  for (const [name, file] of Object.entries(suite.npm)) {
    const environment = await npmEnvironment(suite, file);
    if (environment.problem) return { ...none, notRun: environment.problem };
    folders[name] = environment.folder;
  }

  const started = Date.now();
  const server = await startServer(suite.serve);
  try {
    const [command, ...args] = suite.run;
    const ended = await run(command, args, {
      cwd: suite.folder,
      env: { ...process.env, ...server.env, ...folders, PATH: path },
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
