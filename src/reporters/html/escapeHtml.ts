import { printable } from '../../report/printable.js';

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text from outside, for between tags and for quoted attributes. */
export function escapeHtml(text: string): string {
  // What is no character at all would be one replacement character, whichever it was.
  return printable(text)
    .replaceAll(/\p{Cs}/gu, (half) => `\\u${half.charCodeAt(0).toString(16)}`)
    .replaceAll(/[&<>"']/g, (character) => references[character] ?? '');
}

/** JSON for inside a `script` element, which only a `<` could end. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

/** An address as a link where it is one of the web; else, a `javascript:` for one, as text. */
export function linkTo(url: string, text: string = url): string {
  if (!/^https?:\/\//i.test(url)) return escapeHtml(text);
  return `<a href="${escapeHtml(url)}" rel="noreferrer">${escapeHtml(text)}</a>`;
}
