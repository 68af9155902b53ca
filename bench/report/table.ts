import { type Figure, meetsAim } from './figure.js';

/** The figures in a table: median, spread, aim, and what each was made of. */
export function table(figures: readonly Figure[]): string {
  const rows = [['figure', 'median', 'min to max', 'aim', '', ''], ...figures.map(row)];
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0))) ?? [];
  return rows
    .map((cells) =>
      cells
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function row(figure: Figure): string[] {
  const { name, value, unit, aim, beside } = figure;
  const text = (number: number) =>
    unit === '×' ? `${number.toFixed(2)} ×` : `${number.toFixed(unit === 'µs' ? 1 : 0)} ${unit}`;
  const aimed = aim === undefined ? '' : 'atLeast' in aim ? `≥ ${aim.atLeast}` : `≤ ${aim.atMost}`;
  const met = meetsAim(figure);
  const once = value.min === value.max;
  return [
    name,
    text(value.median),
    once ? 'once' : `${text(value.min)} to ${text(value.max)}`,
    aimed,
    met === undefined ? '' : met ? 'met' : 'missed',
    beside,
  ];
}
