import type { RunReport } from '../../conformance/index.js';
import { columns } from '../../report/columns.js';
import type { Paint } from '../../report/paint.js';
import { cellText } from '../cellText.js';
import { matrixOf } from '../matrix.js';
import { oneLine } from '../oneLine.js';

/** Runs side by side: a row for each operation, and in how many of its cases each client holds. */
export function comparisonText(reports: readonly RunReport[], paint: Paint): string {
  const { clients, groups } = matrixOf(reports);
  const [head = '', ...rows] = columns([
    ['operation', ...clients.map((client) => oneLine(client))],
    ...groups.map(({ provider, operation, cells }) => [oneLine(`${provider}/${operation}`), ...cells.map(cellText)]),
  ]);
  return [
    paint.bold(head),
    ...rows,
    '',
    'In how many cases each holds; --reporter html=FILE shows them rule by rule.',
  ].join('\n');
}
