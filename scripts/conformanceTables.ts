import type { Mutant } from '../conformance/mutants/mutant.js';
import { checks } from '../src/conformance/judges/checks.js';
import { code, markdownTable } from '../src/report/markdown.js';

/** Every check, with the planted defects it catches. */
export function checkTable(mutants: readonly Mutant[]): string {
  const rows = Object.entries(checks).flatMap(([judge, rules]) =>
    rules.map(({ slug, requirement }) => {
      const caught = mutants.filter(({ fails }) => fails.includes(slug)).map(({ name }) => code(name));
      return [code(slug), judge, requirement, caught.join(', ')];
    }),
  );
  return markdownTable(['check', 'judge', 'what it requires', 'planted defects it catches'], rows);
}

/** How many planted defects are caught. */
export function mutantCount(mutants: readonly Mutant[]): string {
  const caught = mutants.filter(({ fails }) => fails.length > 0).length;
  return `**${caught} of ${mutants.length} planted defects are caught.**`;
}

/** How many planted defects are caught, and by what. */
export function mutantTable(mutants: readonly Mutant[]): string {
  const rows = mutants.map(({ name, provider, about, fails }) => [
    code(name),
    provider,
    about,
    fails.map(code).join(', '),
  ]);
  return [
    `${mutantCount(mutants)} Each fails exactly the checks named, and no other.`,
    '',
    markdownTable(['client', 'provider', 'what is wrong with it', 'checks it fails'], rows),
  ].join('\n');
}
