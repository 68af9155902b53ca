import type { Value } from '../language/lifecycle.js';
import type { Evaluate } from './contract.js';
import type { LinkContext } from './linkContext.js';
import { quote } from './quote.js';
import type { Scope } from './scope.js';
import { compileText, isFixedText } from './value.js';

/** Words that make a map of the language something else than a map. */
const words = ['literal', 'generate', 'call'];

/**
 * Compiles a value into JSON text with places in it, so that an error text is filled in rather than put together and
 * written each time. Undefined where that cannot be: an expression that stands alone may give any value, or none.
 */
export function compileJsonTemplate(value: Value, context: LinkContext): ((scope: Scope) => string) | undefined {
  const parts: (string | Evaluate)[] = [];
  if (!collect(value, context, parts)) return undefined;
  const joined = joinTexts(parts);
  return (scope) => {
    let text = '';
    for (const part of joined) text += typeof part === 'string' ? part : quote(String(part(scope)));
    return text;
  };
}

function collect(value: Value, context: LinkContext, parts: (string | Evaluate)[]): boolean {
  if (typeof value === 'string') {
    parts.push(isFixedText(value) ? JSON.stringify(value) : compileText(value, context));
    return !value.startsWith('$');
  }
  if (value === null || typeof value !== 'object') return parts.push(JSON.stringify(value)) > 0;
  if (Array.isArray(value))
    return collectAll(
      '[',
      value.map((item: Value) => ['', item] as const),
      ']',
      context,
      parts,
    );
  const entries = Object.entries(value as Readonly<Record<string, Value>>);
  if (entries.some(([name]) => words.includes(name))) return false;
  return collectAll(
    '{',
    entries.map(([name, item]) => [`${JSON.stringify(name)}:`, item] as const),
    '}',
    context,
    parts,
  );
}

function collectAll(
  open: string,
  items: readonly (readonly [prefix: string, item: Value])[],
  close: string,
  context: LinkContext,
  parts: (string | Evaluate)[],
): boolean {
  parts.push(open);
  const good = items.every(([prefix, item], index) => {
    parts.push(index === 0 ? prefix : `,${prefix}`);
    return collect(item, context, parts);
  });
  parts.push(close);
  return good;
}

/** Puts texts that follow one another together. */
function joinTexts(parts: readonly (string | Evaluate)[]): readonly (string | Evaluate)[] {
  const joined: (string | Evaluate)[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (typeof part === 'string' && typeof last === 'string') joined[joined.length - 1] = last + part;
    else joined.push(part);
  }
  return joined;
}
