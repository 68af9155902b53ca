import { join } from 'node:path';
import { goFolder } from './goFolder.js';
import { mavenFolder } from './mavenFolder.js';
import { missingTools } from './missingTools.js';
import { npmFolder } from './npmFolder.js';
import { pythonEnvironment } from './pythonEnvironment.js';
import { run } from './run.js';

const limit = 60_000;

/** The variables a suite is run with once what it needs is there; or the `problem`, where something is not to be had. */
export async function surroundings(suite) {
  const missing = missingTools(suite.needs);
  if (missing.length > 0) return { problem: `${missing.join(' and ')} cannot be found` };
  if (suite.probe) {
    const [program, ...args] = suite.probe;
    const probed = await run(program, args, { limit });
    if (probed.status !== 0) return { problem: `\`${suite.probe.join(' ')}\` does not succeed here` };
  }
  const env = {};
  if (suite.python) {
    const { bin, problem } = await pythonEnvironment(suite);
    if (problem) return { problem };
    env.PATH = `${bin}:${process.env.PATH}`;
  }
  for (const [name, file, make] of foldersOf(suite)) {
    const { folder, problem } = await make(join(suite.folder, file));
    if (problem) return { problem };
    env[name] = folder;
  }
  return { env };
}

function foldersOf(suite) {
  const makers = { npm: npmFolder, go: goFolder, maven: mavenFolder };
  return Object.entries(makers).flatMap(([kind, make]) =>
    Object.entries(suite[kind] ?? {}).map(([name, file]) => [name, file, make]),
  );
}
