/** One word of a POSIX shell command line, quoted where it has to be; nothing in it is expanded. */
export function shellWord(text: string): string {
  if (/^[A-Za-z0-9_/:=.,@%+-]+$/.test(text)) return text;
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
