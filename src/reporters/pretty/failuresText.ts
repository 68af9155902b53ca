import type { CaseResult } from '../../conformance/index.js';
import type { Paint } from '../../report/paint.js';
import { type CheckGroup, groupChecks } from '../failureGroups.js';
import { oneLine } from '../oneLine.js';
import { isUnexpectedFailure } from '../unexpected.js';
import { count } from '../words.js';
import { caseText } from './caseText.js';
import { idList } from './idList.js';

/** How many groups are shown; hundreds of kinds of failure are nobody's reading. */
const shownGroups = 40;

/** Every failure nobody expected: those of one cause together, the first of them whole. One text a group. */
export function failureTexts(cases: readonly CaseResult[], paint: Paint): readonly string[] {
  const groups = groupChecks(cases.filter(isUnexpectedFailure), 'fail');
  const told = new Set<CaseResult>();
  const texts = groups.slice(0, shownGroups).map((group) => {
    const [first] = group.cases;
    const isTold = first === undefined || told.has(first);
    if (first) told.add(first);
    return groupText(group, isTold, paint);
  });
  const more = groups.slice(shownGroups);
  if (more.length === 0) return texts;
  return [...texts, paint.red(`… ${count(more.length, 'more kind')} of failure; --reporter json has all`)];
}

function groupText({ check, cases }: CheckGroup, isTold: boolean, paint: Paint): string {
  const { slug, level, judge, requirement, expected, observed } = check;
  const [first, ...others] = cases;
  const number = cases.length === 1 ? '' : ` · ${count(cases.length, 'case')}`;
  return [
    paint.red(`✗ ${paint.bold(oneLine(slug))} (${level}, judged by the ${judge})${number}`),
    `  ${oneLine(requirement)}`,
    ...(expected === undefined ? [] : [`  ${paint.dim('expected ')} ${paint.green(oneLine(expected))}`]),
    ...(observed === undefined ? [] : [`  ${paint.dim('observed ')} ${paint.red(oneLine(observed))}`]),
    '',
    first && isTold ? `  ${paint.bold(oneLine(first.id))} (shown above)` : first && caseText(first, paint),
    ...(others.length === 0
      ? []
      : ['', `  The same in ${count(others.length, 'more case')}:`, ...idList(others, '    ')]),
  ]
    .filter((line) => line !== undefined)
    .join('\n');
}
