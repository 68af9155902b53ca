import type { ValueFunction } from '../../src/engine/functions.js';

/**
 * The keywords of a custom attributes request the way every answer shows them: they come in on lines of their own and go
 * out separated by commas. Blank lines and the space around a keyword carry nothing and are dropped.
 */
export const commaSeparated: ValueFunction = ({ request }) => {
  const { body } = request;
  const keywords = typeof body === 'object' && body !== null && 'keyword_set' in body ? body.keyword_set : undefined;
  if (typeof keywords !== 'string') return '';
  return keywords
    .split(/\r\n|\r|\n/)
    .map((keyword) => keyword.trim())
    .filter((keyword) => keyword !== '')
    .join(',');
};
