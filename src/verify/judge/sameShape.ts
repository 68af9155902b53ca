/**
 * How a body differs from what it is written from. Words and numbers have to be the same, because programs read them;
 * sentences may be reworded, and `{$…}` stands for anything. Nothing where it does not differ.
 */
export function differenceFrom(example: unknown, seen: unknown, at = ''): string | undefined {
  if (typeof example === 'string' && !isWord(example)) {
    return typeof seen === 'string' ? undefined : `${place(at)} is ${shown(seen)}; a text is expected`;
  }
  if (example === null || typeof example !== 'object') {
    return seen === example ? undefined : `${place(at)} is ${shown(seen)}; ${JSON.stringify(example)} is expected`;
  }
  if (seen === null || typeof seen !== 'object' || Array.isArray(seen) !== Array.isArray(example))
    return `${place(at)} is ${shown(seen)}; ${Array.isArray(example) ? 'a list' : 'an object'} is expected`;
  for (const [name, value] of Object.entries(example)) {
    const difference = differenceFrom(value, (seen as Readonly<Record<string, unknown>>)[name], `${at}/${name}`);
    if (difference !== undefined) return difference;
  }
  return undefined;
}

/** A code, not a sentence, and with nothing to be filled in. */
function isWord(text: string): boolean {
  return /^\S+$/.test(text) && !text.includes('{$');
}

function place(at: string): string {
  return at === '' ? 'the body' : at;
}

function shown(value: unknown): string {
  if (value === undefined) return 'missing';
  const text = JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
