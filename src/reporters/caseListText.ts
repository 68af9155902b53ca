import type { Case } from '../conformance/index.js';
import type { Paint } from '../report/paint.js';

/** The cases by operation, each with its title. */
export function caseListText(cases: readonly Case[], paint: Paint): string {
  const groups = new Map<string, Case[]>();
  for (const one of cases) groups.set(groupOf(one), [...(groups.get(groupOf(one)) ?? []), one]);
  const lines = [...groups].flatMap(([group, own]) => [
    paint.bold(`${group} (${own.length})`),
    ...own.flatMap(({ id, title }) => [`  ${id}`, `    ${paint.dim(title)}`]),
    '',
  ]);
  return [
    ...lines,
    `${cases.length} ${cases.length === 1 ? 'case' : 'cases'}. \`tombstone show <case>\` says more of one.`,
  ].join('\n');
}

function groupOf({ provider, steps, kind }: Case): string {
  return kind === 'story' ? `${provider}, stories` : `${provider}/${steps[0]?.operation}`;
}
