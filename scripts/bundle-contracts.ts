/**
 * Compiles every folder of specs/ into .cache/build/contracts: <id>.js for browsers; the same for Node as <id>.json and
 * <id>.validators.cjs. Makes its conformance cases as .cache/build/cases/<id>.json. Part of `npm run build`, after tsc.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { providerFunctions } from '../mocks/index.js';
import { makeCases } from '../src/conformance/makeCases.js';
import { equal, ucs2length } from '../src/contract/ajvRuntime.js';
import { checkContract } from '../src/contract/checkContract.js';
import { formatIssue } from '../src/contract/issue.js';
import { bundledContracts, loadContract } from '../src/contract/loadContract.js';
import { packageRoot } from '../src/contract/packageRoot.js';
import { type StandaloneValidators, standaloneValidators } from '../src/contract/standaloneValidators.js';
import type { CompiledContract } from '../src/language/compiledContract.js';

const declaration = `import type { LoadedContract } from '../src/engine/loadedContract.js';

declare const contract: LoadedContract;
export default contract;
`;

const target = folderFor('contracts');
const cases = folderFor('cases');

for (const id of bundledContracts()) {
  const { compiled, issues } = await checkContract(join(packageRoot, 'specs', id), { base: packageRoot });
  for (const issue of issues) console.error(formatIssue(issue));
  if (!compiled || issues.some((issue) => issue.severity === 'error')) {
    process.exitCode = 1;
    continue;
  }
  const validators = standaloneValidators(compiled);
  writeFileSync(join(target, `${id}.js`), moduleOf(compiled, validators));
  writeFileSync(join(target, `${id}.json`), JSON.stringify(compiled));
  writeFileSync(join(target, `${id}.validators.cjs`), validatorsOf(id, validators));
  writeFileSync(join(target, `${id}.d.ts`), declaration);
  writeFileSync(join(cases, `${id}.json`), JSON.stringify(await makeCases(await loadContract(id))));
}

function folderFor(name: string): string {
  const folder = join(packageRoot, '.cache', 'build', name);
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** Loaded by the first call, which waits for it: so it is one file, and nothing in it is parsed twice. */
function validatorsOf(id: string, { code, names }: StandaloneValidators): string {
  return `// Written by scripts/bundle-contracts.ts from specs/${id}.
'use strict';
${equal}
${ucs2length}
${code}
module.exports = ${objectOf(names)};
`;
}

function objectOf(names: StandaloneValidators['names']): string {
  const members = Object.entries(names).map(([id, name]) => `  ${JSON.stringify(id)}: ${name},\n`);
  return `{\n${members.join('')}}`;
}

function moduleOf(compiled: CompiledContract, { code, names }: StandaloneValidators): string {
  const functions = Object.hasOwn(providerFunctions, compiled.id);
  return `// Written by scripts/bundle-contracts.ts from specs/${compiled.id}.
import { equal, ucs2length } from '../src/contract/ajvRuntime.js';
import { bundledContract } from '../src/contract/bundledContract.js';
${functions ? `import functions from '../mocks/${compiled.id}/functions.js';` : 'const functions = {};'}

// A string that is parsed is read faster than an object literal of this size.
const compiled = JSON.parse(${JSON.stringify(JSON.stringify(compiled))});

${code}

const validators = ${objectOf(names)};

export default bundledContract(compiled, () => validators, functions);
`;
}
