import { parseDuration } from './duration.js';
import { pointerSegments } from './pointer.js';

/** An expression of the lifecycle language, parsed. */
export type Expression =
  | { readonly from: 'request'; readonly in: 'path' | 'query' | 'header'; readonly name: string }
  | { readonly from: 'body'; readonly pointer: readonly string[] }
  | { readonly from: 'record'; readonly pointer: readonly string[] }
  | { readonly from: 'related'; readonly ref: string; readonly pointer: readonly string[] }
  | { readonly from: 'made'; readonly name: string; readonly pointer: readonly string[] }
  | { readonly from: 'list'; readonly item: ListItem }
  | { readonly from: 'now'; readonly plus: number }
  | { readonly from: 'switch'; readonly name: string }
  | { readonly from: 'missing'; readonly item: 'key' | 'label' | 'collection' }
  | { readonly from: 'failure'; readonly item: 'name' | 'detail' | 'retryAfter' }
  | { readonly from: 'resource' }
  | { readonly from: 'exchange' };

export const listItems = ['items', 'total', 'page', 'start', 'size', 'pages', 'more'] as const;
export type ListItem = (typeof listItems)[number];

/** A text with expressions in it: literal pieces and expressions in turn. */
export type TextPart = string | Expression;

const fixed: Readonly<Record<string, Expression>> = {
  '$missing.key': { from: 'missing', item: 'key' },
  '$missing.label': { from: 'missing', item: 'label' },
  '$missing.collection': { from: 'missing', item: 'collection' },
  '$failure.name': { from: 'failure', item: 'name' },
  '$failure.detail': { from: 'failure', item: 'detail' },
  '$failure.retryAfter': { from: 'failure', item: 'retryAfter' },
  '$resource.label': { from: 'resource' },
  '$exchange.id': { from: 'exchange' },
};

/** Parses a text that starts with `$`; undefined where it is no expression of the language. */
export function parseExpression(text: string): Expression | undefined {
  return fixed[text] ?? parseRequest(text) ?? parsePointed(text) ?? parseWord(text);
}

function parseRequest(text: string): Expression | undefined {
  const match = /^\$request\.(path|query|header)\.(.+)$/.exec(text);
  if (match) return { from: 'request', in: match[1] as 'path' | 'query' | 'header', name: match[2] ?? '' };
  if (text === '$request.body') return { from: 'body', pointer: [] };
  if (text.startsWith('$request.body#/')) return { from: 'body', pointer: pointerSegments(text.slice(14)) };
  return undefined;
}

function parsePointed(text: string): Expression | undefined {
  const match = /^\$(record|related\.([A-Za-z0-9]+)|([A-Za-z][A-Za-z0-9]*))(?:#(\/.*)?)?$/.exec(text);
  if (!match) return undefined;
  const pointer = pointerSegments(match[4] ?? '');
  if (match[1] === 'record') return { from: 'record', pointer };
  if (match[2] !== undefined) return { from: 'related', ref: match[2], pointer };
  // `$name` alone would read like a word of the language; a made record is always pointed into.
  if (match[3] !== undefined && match[4] !== undefined) return { from: 'made', name: match[3], pointer };
  return undefined;
}

function parseWord(text: string): Expression | undefined {
  const now = /^\$now(?:\+(.+))?$/.exec(text);
  if (now) {
    const plus = now[1] === undefined ? 0 : parseDuration(now[1]);
    return plus === undefined ? undefined : { from: 'now', plus };
  }
  const list = /^\$list\.([a-z]+)$/.exec(text);
  if (list) {
    const item = listItems.find((known) => known === list[1]);
    return item && { from: 'list', item };
  }
  const setting = /^\$switch\.([A-Za-z0-9]+)$/.exec(text);
  return setting ? { from: 'switch', name: setting[1] ?? '' } : undefined;
}

/** Splits a text at its `{$…}` places. A place that is no expression is returned in `bad`. */
export function parseText(text: string): { readonly parts: readonly TextPart[]; readonly bad?: string } {
  const parts: TextPart[] = [];
  let end = 0;
  for (const match of text.matchAll(/\{(\$[^{}]+)\}/g)) {
    const expression = parseExpression(match[1] ?? '');
    if (!expression) return { parts, bad: match[1] ?? '' };
    if (match.index > end) parts.push(text.slice(end, match.index));
    parts.push(expression);
    end = match.index + match[0].length;
  }
  if (end < text.length) parts.push(text.slice(end));
  return { parts };
}
