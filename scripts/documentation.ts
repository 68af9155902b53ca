import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mutants } from '../conformance/mutants/mutants.js';
import { bundledContracts, loadContract } from '../src/contract/loadContract.js';
import { packageRoot } from '../src/contract/packageRoot.js';
import { type GeneratedFile, generatedDocs } from '../src/report/generatedDocs.js';
import { checkTable, mutantCount, mutantTable } from './conformanceTables.js';
import { readExampleResults } from './judge-documentation/exampleResults.js';
import { exampleTable } from './judge-documentation/exampleTable.js';
import { readGallery } from './judge-documentation/gallery.js';
import { judgedClients } from './judge-sdk/judgedClients.js';
import { sdkDetails, sdkTable } from './judge-sdk/resultTables.js';
import { reportSchemaFile, reportSchemaText } from './report-schema.js';
import { shimTable } from './shimTable.js';

/** A file of the repository as it is, empty where there is none. */
export function readRepositoryFile(path: string): string {
  const file = join(packageRoot, path);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

/** Every generated file as it should be. */
export async function documentation(): Promise<readonly GeneratedFile[]> {
  const contracts = await Promise.all(bundledContracts().map(async (name) => (await loadContract(name)).compiled));
  const written = readdirSync(join(packageRoot, 'docs')).filter((name) => name.endsWith('.md') && name !== 'errors.md');
  const pages = ['README.md', ...written.sort().map((name) => `docs/${name}`)];
  const judged = judgedClients(readRepositoryFile);
  const sections = {
    checks: checkTable(mutants),
    mutants: mutantTable(mutants),
    mutantCount: mutantCount(mutants),
    shims: shimTable(readRepositoryFile),
    sdks: sdkTable(judged),
    documentation: exampleTable(readGallery(readRepositoryFile).languages, readExampleResults(readRepositoryFile)),
    'sdk-details': sdkDetails(judged),
  };
  return [
    ...generatedDocs(contracts, pages, sections, readRepositoryFile),
    { path: reportSchemaFile, text: reportSchemaText() },
  ];
}
