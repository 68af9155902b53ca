import type { CompiledContract } from '../language/compiledContract.js';
import { contractPage } from './contractPage.js';
import { embedExamples } from './embedExamples.js';
import { errorPage } from './errorPage.js';
import { modelTypes } from './modelTypes.js';
import { summaryTable } from './summaryTable.js';

/** A file of the documentation as it should be. */
export interface GeneratedFile {
  /** From the root of the repository, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** The guide to the rule language shows a whole contract of the tests. */
const language = 'docs/lifecycle-language.md';

/** And the guide to tests shows the examples that are run. */
const testing = 'docs/testing.md';

const start = '<!-- generated:contracts -->';
const end = '<!-- /generated -->';

/**
 * Every generated file: the documentation, and the types of the contracts' records. `read` gives a file of the repository as it is, empty where there is none;
 * a README without markers is left alone.
 */
export function generatedDocs(
  contracts: readonly CompiledContract[],
  read: (path: string) => string,
): readonly GeneratedFile[] {
  const readme = embedExamples(read('README.md'), read);
  return [
    ...contracts.map((contract) => ({ path: `docs/contracts/${contract.id}.md`, text: contractPage(contract) })),
    { path: 'docs/errors.md', text: errorPage() },
    ...modelTypes(contracts),
    { path: testing, text: embedExamples(read(testing), read) },
    { path: language, text: embedExamples(read(language), read) },
    ...(readme.includes(start) ? [{ path: 'README.md', text: withSummary(readme, summaryTable(contracts)) }] : []),
  ];
}

function withSummary(readme: string, table: string): string {
  const from = readme.indexOf(start) + start.length;
  const to = readme.indexOf(end, from);
  if (to === -1) throw new Error(`README.md has "${start}" and no "${end}" after it.`);
  return `${readme.slice(0, from)}\n\n${table}\n\n${readme.slice(to)}`;
}
