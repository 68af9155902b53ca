import type { Reply } from '../../language/lifecycle.js';
import type { WrittenReply } from '../written.js';
import { mapValues } from './words.js';

/** Spells out `204`, `"404 noSuch"` or a map; undefined for `go-on`. */
export function expandReply(written: WrittenReply): Reply | undefined {
  if (written === 'go-on') return undefined;
  if (typeof written === 'number') return { status: written, headers: {} };
  if (typeof written === 'string') {
    const [status, example] = written.split(' ');
    return { status: Number(status), ...(example !== undefined && { example }), headers: {} };
  }
  const { status, example, body } = written;
  const headers = mapValues(written.headers, String);
  return { status, ...(example !== undefined && { example }), ...(body !== undefined && { body }), headers };
}
