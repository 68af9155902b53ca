import type { CaseResult, RunReport } from '../../conformance/index.js';
import { citationText } from '../../report/citation.js';
import { groupChecks, groupMessages } from '../failureGroups.js';
import { oneLine } from '../oneLine.js';
import { isUnexpectedFailure } from '../unexpected.js';
import { count, verdictSigns } from '../words.js';
import { escapeHtml, linkTo } from './escapeHtml.js';
import type { PlaceOf } from './matrixTable.js';

/** How many cases of a group are named; the matrix has all. */
const named = 50;

/** What did not go well with one client, those of one cause together. It needs no script. */
export function failureList({ cases }: RunReport, client: number, placeOf: PlaceOf): string {
  const ids = (alike: readonly CaseResult[]) => idList(alike, client, placeOf);
  const checks = groupChecks(cases.filter(isUnexpectedFailure), 'fail').map(({ check, cases: alike }) => {
    const { slug, level, requirement, expected, observed } = check;
    const sources = (alike[0]?.sources ?? []).map((source) =>
      fact(
        'Source',
        source.url === undefined ? escapeHtml(citationText(source)) : linkTo(source.url, citationText(source)),
      ),
    );
    const seen =
      observed === undefined ? '' : ` <span class="quiet">Observed: ${escapeHtml(oneLine(observed, 100))}</span>`;
    return group('fail', `<code>${escapeHtml(slug)}</code> (${level}): ${escapeHtml(requirement)}${seen}`, alike, [
      ...(expected === undefined ? [] : [fact('Expected', escapeHtml(expected))]),
      ...(observed === undefined ? [] : [fact('Observed', escapeHtml(observed))]),
      ...sources,
      ids(alike),
    ]);
  });
  const messages = (['error', 'unsupported'] as const).flatMap((verdict) =>
    groupMessages(cases, verdict).map(({ message, issue, cases: alike }) =>
      group(verdict, escapeHtml(message), alike, [
        ...(issue === undefined ? [] : [fact('Issue', linkTo(issue))]),
        ids(alike),
      ]),
    ),
  );
  const stale = cases.filter(({ standing }) => standing === 'stale');
  const entries = stale.length === 0 ? [] : [group('fail', 'Out of date in the baseline', stale, [ids(stale)])];
  return [...checks, ...messages, ...entries].join('\n');
}

function group(
  verdict: 'fail' | 'error' | 'unsupported',
  head: string,
  cases: readonly CaseResult[],
  parts: readonly string[],
): string {
  const state = `<span class="state ${verdict}">${verdictSigns[verdict]} ${count(cases.length, 'case')}</span>`;
  return `<details class="group"><summary>${state} ${head}</summary><div>${parts.join('\n')}</div></details>`;
}

function fact(label: string, html: string): string {
  return `<div class="labelled"><span class="label">${label}</span><span>${html}</span></div>`;
}

function idList(cases: readonly CaseResult[], client: number, placeOf: PlaceOf): string {
  const items = cases.slice(0, named).map((one) => {
    const link = `<a href="#matrix" data-client="${client}" data-case="${placeOf(client, one)}">`;
    return `<li>${link}<code>${escapeHtml(one.id)}</code></a></li>`;
  });
  const more = cases.length > named ? `<li>and ${cases.length - named} more, in the matrix</li>` : '';
  return `<ul>${items.join('')}${more}</ul>`;
}
