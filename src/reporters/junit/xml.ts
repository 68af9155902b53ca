import { printable } from '../../report/printable.js';

// Besides control characters, what XML 1.0 has no way to write: halves of surrogate pairs and two noncharacters.
const unwritable = /[\p{Cs}\uFFFE\uFFFF]/gu;

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\t': '&#9;',
};

function writable(text: string): string {
  const hex = (character: string) => character.charCodeAt(0).toString(16).padStart(4, '0');
  return printable(text).replaceAll(unwritable, (character) => `\\u${hex(character)}`);
}

/** Text between tags. What XML cannot hold is written as `\x1b`. */
export function xmlText(text: string): string {
  return writable(text).replaceAll(/[&<>]/g, (character) => references[character] ?? '');
}

/** An element on lines of its own. Attributes that are undefined are left out. */
export function xmlElement(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  content: string,
): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${xmlAttribute(String(value))}"`],
  );
  const start = `<${name}${written.join('')}`;
  return content === '' ? `${start}/>` : `${start}>${content}</${name}>`;
}

// A parser makes spaces of newlines and tabs in an attribute, unless they are written as references.
function xmlAttribute(text: string): string {
  return writable(text).replaceAll(/[&<>"\n\t]/g, (character) => references[character] ?? '');
}
