import { createHash } from 'node:crypto';
import type { CaseResult, RunReport } from '../../conformance/index.js';
import { stateSigns } from '../cellText.js';
import { distinctNames } from '../clientText.js';
import { matrixOf } from '../matrix.js';
import { escapeHtml, scriptJson } from './escapeHtml.js';
import { failureList } from './failureList.js';
import { matrixTable, type PlaceOf } from './matrixTable.js';
import { pageData } from './pageData.js';
import { pageScript } from './pageScript.js';
import { runCards } from './runCards.js';
import { style } from './style.js';

/**
 * Runs as one page that needs nothing but itself: the matrix of clients and rules, each cell opening its cases. Without
 * script it shows the matrix and what failed, and not the details of cases.
 */
export function htmlPage(reports: readonly RunReport[]): string {
  const names = distinctNames(reports);
  const placeOf = placesIn(reports);
  const script = `(${pageScript.toString()})();`;
  const failures = reports.flatMap((report, client) => {
    const list = failureList(report, client, placeOf);
    const head = reports.length > 1 ? `<h3>${escapeHtml(names[client] ?? '')}</h3>` : '';
    return list === '' ? [] : [`${head}${list}`];
  });
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy(script)}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(`Conformance of ${names.join(', ')}`)}</title>`,
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    '<h1>Conformance</h1>',
    runCards(reports, names),
    ...(failures.length === 0 ? [] : ['<section>', '<h2>What did not hold</h2>', ...failures, '</section>']),
    '<section id="matrix">',
    '<h2>Clients and rules</h2>',
    '<noscript><p>Without script the cells do not open, and nothing can be filtered.</p></noscript>',
    tools,
    matrixTable(matrixOf(reports), placeOf),
    '</section>',
    `<script type="application/json" id="data">${scriptJson(pageData(reports, stateSigns))}</script>`,
    `<script>${script}</script>`,
    '</body>',
    '</html>',
  ].join('\n');
}

const tools = `<div class="tools" data-script hidden>
<input type="search" id="filter" aria-label="Filter by rule, case, state or check" placeholder="Filter: rule, case, state, check…">
<label><input type="checkbox" id="only-failures"> only failures and what is unsupported</label>
<span class="quiet" id="shown" role="status"></span>
</div>`;

/** Nothing is loaded from anywhere, and of all script only our own runs, even if something from outside slipped in. */
function policy(script: string): string {
  const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  return `default-src 'none'; script-src ${hash(script)}; style-src ${hash(style)}; base-uri 'none'; form-action 'none'`;
}

function placesIn(reports: readonly RunReport[]): PlaceOf {
  const places = reports.map(({ cases }) => new Map<CaseResult, number>(cases.map((one, place) => [one, place])));
  return (client, one) => places[client]?.get(one) ?? -1;
}
