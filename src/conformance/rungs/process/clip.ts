/** A text of a stranger, for a message: what moves a terminal's cursor is spelled out, and a long one is cut. */
export function clip(text: string, most = 200): string {
  const shown = text.slice(0, most).replaceAll(/\p{Cc}/gu, (character) => {
    if (character === '\t') return ' ';
    return `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`;
  });
  return text.length > most ? `${shown}… (${text.length} characters)` : shown;
}
