// Every control character but tab and newline: what a client sends must not steer the terminal it is shown on.
const control = /[^\P{Cc}\t\n]/gu;

/** A text from outside, safe to show on a terminal. */
export function printable(text: string): string {
  return text.replaceAll(control, (character) => `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`);
}

/** The lines of a text, each with the same space before it. */
export function indented(text: string, space: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? '' : space + line))
    .join('\n');
}
