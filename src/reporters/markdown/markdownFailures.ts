import type { CaseResult, RunReport } from '../../conformance/index.js';
import { citationText } from '../../report/citation.js';
import { plain } from '../../report/paint.js';
import { type CheckGroup, groupChecks, groupMessages } from '../failureGroups.js';
import { caseText } from '../pretty/caseText.js';
import { idList } from '../pretty/idList.js';
import { isUnexpectedFailure } from '../unexpected.js';
import { count, verdictSigns } from '../words.js';
import { fenced, inline, link } from './escape.js';

/** What did not go well, each as a `<details>` that stays closed until somebody wants it; failures first. */
export function markdownFailures({ cases }: RunReport): readonly string[] {
  return [
    ...groupChecks(cases.filter(isUnexpectedFailure), 'fail').map((group) => checkDetails(group, verdictSigns.fail)),
    ...messageDetails(cases, 'error'),
    ...messageDetails(cases, 'unsupported'),
    ...standingDetails(cases),
    ...(['warn', 'info'] as const).flatMap((verdict) =>
      groupChecks(cases, verdict).map((group) => checkDetails(group, verdictSigns[verdict])),
    ),
  ];
}

function checkDetails({ check, cases }: CheckGroup, sign: string): string {
  const { slug, level, requirement, expected, observed } = check;
  const [first, ...others] = cases;
  return details(`${sign} <b>${inline(slug)}</b> (${level}) · ${count(cases.length, 'case')}: ${inline(requirement)}`, [
    [
      ...(expected === undefined ? [] : [`- expected: ${inline(expected)}`]),
      ...(observed === undefined ? [] : [`- observed: ${inline(observed)}`]),
      ...(first?.sources ?? []).map((source) => `- source: ${link(citationText(source), source.url)}`),
    ].join('\n'),
    first ? fenced(caseText(first, plain)) : '',
    ...(others.length === 0
      ? []
      : [`The same in ${count(others.length, 'more case')}:`, fenced(idList(others, '').join('\n'))]),
  ]);
}

function messageDetails(cases: readonly CaseResult[], verdict: 'error' | 'unsupported'): readonly string[] {
  const word = verdict === 'error' ? 'not judged' : 'unsupported';
  return groupMessages(cases, verdict).map(({ message, issue, cases: alike }) =>
    details(`${verdictSigns[verdict]} ${count(alike.length, 'case')} ${word}: ${inline(message)}`, [
      ...(issue === undefined ? [] : [link(issue, issue)]),
      fenced(idList(alike, '').join('\n')),
    ]),
  );
}

const standingWords = {
  stale: '✗ Out of date in the baseline',
  expected: '~ Failures the baseline expects',
  flaky: '~ Flaky by the baseline',
} as const;

function standingDetails(cases: readonly CaseResult[]): readonly string[] {
  return (['stale', 'expected', 'flaky'] as const).flatMap((standing) => {
    const alike = cases.filter((one) => one.standing === standing);
    const head = `${standingWords[standing]}: ${count(alike.length, 'case')}`;
    return alike.length === 0 ? [] : [details(head, [fenced(idList(alike, '').join('\n'))])];
  });
}

// Markdown inside is read as such only between blank lines.
function details(summary: string, paragraphs: readonly string[]): string {
  const inside = paragraphs.filter((text) => text !== '').join('\n\n');
  return `<details><summary>${summary}</summary>\n\n${inside}\n\n</details>`;
}
