import type { Exchange } from '../../../mock/mock.js';
import { jsonOrText } from '../../jsonOrText.js';
import type { Difference } from './difference.js';

/** What a request's body lacks of the one that was asked for. What a client adds by itself is its own affair. */
export function bodyDifference({ headers, body = '' }: Exchange['request'], wanted: string): Difference | undefined {
  const isForm = /^multipart\//i.test(headers['content-type'] ?? '');
  if (wanted === '' || isForm) return undefined;
  const missing = lacking(jsonOrText(body), jsonOrText(wanted), '');
  return missing === undefined
    ? undefined
    : { expected: `a body with ${missing}`, observed: `It sent ${body || 'no body'}.` };
}

function lacking(sent: unknown, wanted: unknown, at: string): string | undefined {
  if (wanted === null || typeof wanted !== 'object')
    return Object.is(sent, wanted) ? undefined : `${at || 'the value'} ${JSON.stringify(wanted)}`;
  if (sent === null || typeof sent !== 'object') return `${at || 'the object'} ${JSON.stringify(wanted)}`;
  for (const [name, value] of Object.entries(wanted)) {
    const found = lacking((sent as Readonly<Record<string, unknown>>)[name], value, `${at}/${name}`);
    if (found !== undefined) return found;
  }
  return undefined;
}
