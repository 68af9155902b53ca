/** The pairs of a raw query string, decoded, by name in order of appearance; undefined where a sequence cannot be decoded. */
export function parseQuery(raw: string): Map<string, string[]> | undefined {
  const pairs = new Map<string, string[]>();
  if (raw === '') return pairs;
  try {
    for (const piece of raw.split('&')) {
      if (piece === '') continue;
      const equals = piece.indexOf('=');
      const name = decode(equals === -1 ? piece : piece.slice(0, equals));
      const value = equals === -1 ? '' : decode(piece.slice(equals + 1));
      const known = pairs.get(name);
      if (known) known.push(value);
      else pairs.set(name, [value]);
    }
  } catch {
    return undefined;
  }
  return pairs;
}

function decode(text: string): string {
  const spaced = text.includes('+') ? text.replaceAll('+', ' ') : text;
  return spaced.includes('%') ? decodeURIComponent(spaced) : spaced;
}
