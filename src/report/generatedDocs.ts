import type { CompiledContract } from '../language/compiledContract.js';
import { contractPage } from './contractPage.js';
import { embedExamples } from './embedExamples.js';
import { errorPage } from './errorPage.js';
import { fillSections } from './fillSections.js';
import { modelTypes } from './modelTypes.js';
import { summaryTable } from './summaryTable.js';

/** A file of the documentation as it should be. */
export interface GeneratedFile {
  /** From the root of the repository, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/**
 * Every generated file: the documentation, and the types of the contracts' records.
 *
 * @param pages written by hand, with examples and generated sections between markers
 * @param sections what goes between the markers, by name
 * @param read gives a file of the repository as it is, empty where there is none
 */
export function generatedDocs(
  contracts: readonly CompiledContract[],
  pages: readonly string[],
  sections: Readonly<Record<string, string>>,
  read: (path: string) => string,
): readonly GeneratedFile[] {
  const all = { contracts: summaryTable(contracts), ...sections };
  return [
    ...contracts.map((contract) => ({ path: `docs/contracts/${contract.id}.md`, text: contractPage(contract) })),
    { path: 'docs/errors.md', text: errorPage() },
    ...modelTypes(contracts),
    ...pages.map((path) => ({ path, text: fillSections(embedExamples(read(path), read), all) })),
  ];
}
