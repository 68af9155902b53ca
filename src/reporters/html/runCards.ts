import type { RunReport } from '../../conformance/index.js';
import { standingOrder, standingText, verdictOrder } from '../countsText.js';
import { exitMeanings, verdictSigns, verdictWords } from '../words.js';
import { escapeHtml, linkTo } from './escapeHtml.js';

/** What each run came to: a card for each client. */
export function runCards(reports: readonly RunReport[], names: readonly string[]): string {
  return `<div class="runs">${reports.map((report, index) => runCard(report, names[index] ?? '')).join('\n')}</div>`;
}

function runCard(report: RunReport, name: string): string {
  const { client, counts, problems, exitStatus, rung, suite, seed, tombstone, startedAt } = report;
  const state = exitStatus === 0 ? 'pass' : 'fail';
  const numbers = verdictOrder
    .filter((verdict) => counts[verdict] > 0 || ['pass', 'fail', 'unsupported'].includes(verdict))
    .map((verdict) => {
      // Nothing that failed is no alarm.
      const colour = counts[verdict] === 0 ? 'known' : verdict;
      return `<li class="state ${colour}">${verdictSigns[verdict]} ${counts[verdict]} ${verdictWords[verdict]}</li>`;
    });
  const standings = standingOrder
    .filter((standing) => counts[standing] > 0)
    .map((standing) => standingText(counts, standing));
  const facts = [
    ...(client.language === undefined ? [] : [client.language]),
    `rung ${rung}`,
    `suite ${suite}`,
    `seed ${seed}`,
    `tombstone ${tombstone}`,
    startedAt,
  ];
  return [
    '<section class="run">',
    `<h2>${escapeHtml(name)}</h2>`,
    `<p><span class="state ${state}">${verdictSigns[state]}</span> ${escapeHtml(exitMeanings[exitStatus])}</p>`,
    `<ul>${numbers.join('')}<li class="state known">${counts.total} in all</li></ul>`,
    ...(standings.length === 0 ? [] : [`<p>${escapeHtml(standings.join('; '))}.</p>`]),
    ...(problems.length === 0
      ? []
      : [`<ul class="problems">${problems.map((problem) => `<li>${escapeHtml(problem)}</li>`).join('')}</ul>`]),
    `<p class="quiet">${escapeHtml(facts.join(' · '))}</p>`,
    ...(client.issues === undefined ? [] : [`<p class="quiet">Issues: ${linkTo(client.issues)}</p>`]),
    '</section>',
  ].join('\n');
}
