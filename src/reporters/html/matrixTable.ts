import type { CaseResult } from '../../conformance/index.js';
import { cellText, stateSigns } from '../cellText.js';
import type { CaseState, Cell, Matrix, MatrixGroup, MatrixRow } from '../matrix.js';
import { count } from '../words.js';
import { escapeHtml } from './escapeHtml.js';
import { stateWords } from './pageData.js';

/** The place of a case among those of its client. */
export type PlaceOf = (client: number, one: CaseResult) => number;

/** Clients × rules. Every cell of a rule is a button; what it opens is made by the script. */
export function matrixTable({ clients, groups }: Matrix, placeOf: PlaceOf): string {
  const heads = clients.map((client) => `<th scope="col">${escapeHtml(client)}</th>`);
  return [
    '<table class="matrix">',
    `<thead><tr><th scope="col">Rule</th>${heads.join('')}</tr></thead>`,
    ...groups.flatMap((group, index) => [
      ...(groups[index - 1]?.provider === group.provider ? [] : [providerHead(group, clients.length)]),
      operationBody(group, clients, placeOf),
    ]),
    '</table>',
  ].join('\n');
}

function providerHead({ provider }: MatrixGroup, clients: number): string {
  return `<tbody class="provider" data-provider="${escapeHtml(provider)}"><tr><th scope="rowgroup" colspan="${clients + 1}">${escapeHtml(provider)}</th></tr></tbody>`;
}

function operationBody(
  { provider, operation, rows, cells }: MatrixGroup,
  clients: readonly string[],
  placeOf: PlaceOf,
): string {
  const bad = cells.some(isBad) ? ' data-bad' : '';
  const sums = cells.map(
    (cell) => `<td>${cell ? `<span class="state ${cell.state}">${cellText(cell)}</span>` : none}</td>`,
  );
  return [
    `<tbody class="operation" data-provider="${escapeHtml(provider)}" data-name="${escapeHtml(`${provider}/${operation}`)}"${bad}>`,
    `<tr class="head"><th scope="rowgroup">${escapeHtml(operation)}</th>${sums.join('')}</tr>`,
    ...rows.map((row) => ruleRow(row, clients, placeOf)),
    '</tbody>',
  ].join('\n');
}

function ruleRow({ name, cells }: MatrixRow, clients: readonly string[], placeOf: PlaceOf): string {
  const bad = cells.some(isBad) ? ' data-bad' : '';
  const buttons = cells.map(
    (cell, client) => `<td>${cell ? cellButton(name, cell, client, clients, placeOf) : none}</td>`,
  );
  return `<tr class="rule"${bad}><th scope="row"><code>${escapeHtml(name)}</code></th>${buttons.join('')}</tr>`;
}

const none = '<span class="none" title="not tried">–</span>';

function cellButton(rule: string, cell: Cell, client: number, clients: readonly string[], placeOf: PlaceOf): string {
  const { state, passed, cases } = cell;
  const places = cases.map((one) => placeOf(client, one)).join(' ');
  const label = `${clients[client]}, ${rule}: ${stateWords[state]}; holds in ${passed} of ${count(cases.length, 'case')}`;
  return `<button type="button" class="cell ${state}" data-client="${client}" data-cases="${places}" aria-expanded="false" aria-label="${escapeHtml(label)}">${stateSigns[state]} ${passed}/${cases.length}</button>`;
}

const badStates: readonly CaseState[] = ['fail', 'error', 'unsupported'];

/** Has somebody to look at it? */
function isBad(cell: Cell | undefined): boolean {
  return cell !== undefined && badStates.includes(cell.state);
}
