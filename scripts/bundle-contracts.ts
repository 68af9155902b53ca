/**
 * Compiles every folder of specs/ into .cache/build/contracts: <id>.js for browsers; the same for Node as <id>.json,
 * with the validator of each operation in a file of its own. Makes its conformance cases as .cache/build/cases/<id>.json.
 * Part of `npm run build`, after tsc.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { providerFunctions } from '../mocks/index.js';
import { makeCases } from '../src/conformance/makeCases.js';
import { checkContract } from '../src/contract/checkContract.js';
import { formatIssue } from '../src/contract/issue.js';
import { bundledContracts, loadContract } from '../src/contract/loadContract.js';
import { packageRoot } from '../src/contract/packageRoot.js';
import { type StandaloneValidators, standaloneValidators } from '../src/contract/standaloneValidators.js';
import { runtimeText } from '../src/contract/withoutAjv.js';
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
  const folder = folderFor(join('contracts', id));
  for (const [operation, name] of Object.entries(validators.names)) {
    writeFileSync(join(folder, `${operation}.cjs`), validatorModule(id, name, validators.write([operation])));
  }
  writeFileSync(join(target, `${id}.d.ts`), declaration);
  writeFileSync(join(cases, `${id}.json`), JSON.stringify(await makeCases(await loadContract(id))));
}

function folderFor(name: string): string {
  const folder = join(packageRoot, '.cache', 'build', name);
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** Loaded by the first call of its operation, which waits for it. */
function validatorModule(id: string, name: string, code: string): string {
  return `// Written by scripts/bundle-contracts.ts from specs/${id}.
'use strict';
${runtimeText}
${code}
module.exports = ${name};
`;
}

function moduleOf(compiled: CompiledContract, { names, write }: StandaloneValidators): string {
  const functions = Object.hasOwn(providerFunctions, compiled.id);
  return `// Written by scripts/bundle-contracts.ts from specs/${compiled.id}.
import { equal, ucs2length } from '../src/contract/ajvRuntime.js';
import { bundledContract } from '../src/contract/bundledContract.js';
${functions ? `import functions from '../mocks/${compiled.id}/functions.js';` : 'const functions = {};'}

// A string that is parsed is read faster than an object literal of this size.
const compiled = JSON.parse(${JSON.stringify(JSON.stringify(compiled))});

${write(Object.keys(names))}

const validators = new Map([
${Object.entries(names)
  .map(([id, name]) => `  [${JSON.stringify(id)}, ${name}],`)
  .join('\n')}
]);

export default bundledContract(compiled, (operationId) => validators.get(operationId), functions);
`;
}
