import type { Citation } from '../../language/lifecycle.js';
import type { OneOrMore } from '../written.js';
import { listOf } from './words.js';

/** Reads `name`, `name "place"` or `name place`, or a list of these. */
export function expandCitations(written: OneOrMore<string> | undefined): readonly Citation[] {
  return written === undefined ? [] : listOf(written).map(readCitation);
}

function readCitation(text: string): Citation {
  const [, source = text, place] = /^(\S+)\s+(.+)$/s.exec(text.trim()) ?? [];
  if (place === undefined) return { source };
  const quoted = /^(["'])(.*)\1$/s.exec(place);
  return { source, place: quoted?.[2] ?? place };
}
