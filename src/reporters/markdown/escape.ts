import { oneLine } from '../oneLine.js';

/** A text from outside in a line of Markdown: nothing in it is a tag, emphasis, a link, or ends a cell of a table. */
export function inline(text: string): string {
  return oneLine(text).replaceAll(/[\\`*_{}[\]()#!|<>~$&@:]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Text in a fence that is longer than any in it. */
export function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${text}\n${fence}`;
}

/** An address as a link, where it is one of the web; else as text. */
export function link(text: string, url: string | undefined): string {
  if (url === undefined || !/^https?:\/\//i.test(url) || !URL.canParse(url)) return inline(text);
  return `[${inline(text)}](<${new URL(url).href.replaceAll(/[<>]/g, encodeURIComponent)}>)`;
}
