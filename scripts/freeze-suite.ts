/** Freezes the conformance cases there are as the requirement set of a version: `freeze-suite.js 2026-11`. A set is never written again. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { planRun } from '../src/conformance/plan.js';
import { bundledContracts, loadContract } from '../src/contract/loadContract.js';
import { packageRoot } from '../src/contract/packageRoot.js';

const [version = ''] = process.argv.slice(2);
const folder = join(packageRoot, 'conformance', 'requirements');
const file = join(folder, `${version}.txt`);
if (!/^\d{4}-\d{2}$/.test(version)) throw new Error('Which version? A year and a month: 2026-11.');
if (existsSync(file)) throw new Error(`${version} is frozen already.`);
const { cases } = await planRun(await Promise.all(bundledContracts().map(loadContract)));
mkdirSync(folder, { recursive: true });
writeFileSync(file, `${cases.map(({ id }) => id).join('\n')}\n`);
console.log(`${cases.length} cases are frozen as ${version}.`);
