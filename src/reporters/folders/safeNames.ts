/** Longest part of a path; file systems allow 255 bytes. */
const longest = 120;

// Names no file may have on Windows, whatever its ending.
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/**
 * A path for each id, parts as they are where every file system allows them. Other characters are percent-encoded; two
 * ids whose paths differ in case alone get different ones.
 */
export function safePaths(ids: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return ids.map((id) => {
    const path = id.split('/').map(safePart).join('/');
    for (let place = 1; ; place += 1) {
      const candidate = place === 1 ? path : `${path}~${place}`;
      if (taken.has(candidate.toLowerCase())) continue;
      taken.add(candidate.toLowerCase());
      return candidate;
    }
  });
}

function safePart(part: string): string {
  const encoded = [...part].map((character) => (/[A-Za-z0-9._@+=-]/.test(character) ? character : encode(character)));
  const text = encoded
    .join('')
    .slice(0, longest)
    .replace(/\.+$/, (dots) => '%2E'.repeat(dots.length));
  if (text === '') return '%';
  return reserved.test(text) ? `%${text}` : text;
}

function encode(character: string): string {
  return [...Buffer.from(character)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
}
