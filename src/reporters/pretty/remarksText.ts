import type { CaseResult, Standing } from '../../conformance/index.js';
import type { Paint } from '../../report/paint.js';
import { groupChecks, groupMessages } from '../failureGroups.js';
import { oneLine } from '../oneLine.js';
import { count } from '../words.js';
import { idList } from './idList.js';

/** What is to be said of cases besides their failures; one text for each thing. */
export function remarkTexts(cases: readonly CaseResult[], paint: Paint): readonly string[] {
  return [
    ...messageTexts(cases, 'error', paint),
    ...messageTexts(cases, 'unsupported', paint),
    ...standingTexts(cases, paint),
    ...softTexts(cases, paint),
  ];
}

const headings = {
  error: (number: string) => `‼ ${number} not judged`,
  unsupported: (number: string) => `∅ ${number} unsupported`,
};

function messageTexts(cases: readonly CaseResult[], verdict: 'error' | 'unsupported', paint: Paint): readonly string[] {
  const colour = verdict === 'error' ? paint.red : paint.yellow;
  return groupMessages(cases, verdict).map(({ message, issue, cases: alike }) =>
    [
      colour(`${headings[verdict](count(alike.length, 'case'))}: ${oneLine(message)}`),
      ...(issue === undefined ? [] : [`  ${paint.dim('issue')} ${paint.cyan(oneLine(issue))}`]),
      ...idList(alike, '    '),
    ].join('\n'),
  );
}

const standingHeadings: Readonly<Record<Standing, (number: string) => string>> = {
  stale: (number) => `✗ ${number} of the baseline out of date: what it expects did not happen`,
  expected: (number) => `~ ${number} expected by the baseline`,
  flaky: (number) => `~ ${number} flaky by the baseline: no verdict hangs on them`,
};

function standingTexts(cases: readonly CaseResult[], paint: Paint): readonly string[] {
  return (['stale', 'expected', 'flaky'] as const).flatMap((standing) => {
    const alike = cases.filter((one) => one.standing === standing);
    if (alike.length === 0) return [];
    const thing = { stale: 'entry', expected: 'failure', flaky: 'case' }[standing];
    const number = standing === 'stale' && alike.length > 1 ? `${alike.length} entries` : count(alike.length, thing);
    const colour = standing === 'stale' ? paint.red : paint.dim;
    return [[colour(standingHeadings[standing](number)), ...idList(alike, '    ')].join('\n')];
  });
}

/** What should hold, or may, and does not: a few lines each. */
function softTexts(cases: readonly CaseResult[], paint: Paint): readonly string[] {
  return (['warn', 'info'] as const).flatMap((verdict) =>
    groupChecks(cases, verdict).map(({ check, cases: alike }) => {
      const { slug, level, requirement, expected, observed } = check;
      const head = `${verdict === 'warn' ? '!' : 'i'} ${oneLine(slug)} (${level}) · ${count(alike.length, 'case')}`;
      const seen = [
        ...(expected === undefined ? [] : [`expected ${oneLine(expected)}`]),
        ...(observed === undefined ? [] : [`observed ${oneLine(observed)}`]),
      ].join('; ');
      return [
        (verdict === 'warn' ? paint.yellow : paint.cyan)(head),
        `  ${oneLine(requirement)}`,
        ...(seen === '' ? [] : [`  ${seen}`]),
        ...idList(alike, '    '),
      ].join('\n');
    }),
  );
}
