/** A Markdown table. Cells are Markdown already; only what would break the table is escaped. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), `|${' --- |'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', '<br>');
}

/** Text as code, also where it holds a backtick. */
export function code(text: string): string {
  return text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``;
}

/** Text from a contract as plain text: what Markdown would read as a tag or as emphasis is escaped. */
export function plainText(text: string): string {
  return text.replaceAll(/[<>*_`[\]\\]/g, (character) => `\\${character}`);
}
