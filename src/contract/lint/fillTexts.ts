import { parseExpression } from '../../language/expression.js';
import type { Switch } from '../../language/lifecycle.js';
import { toPointer } from '../../language/pointer.js';

/** An example with its `{$…}` places filled in. */
export interface FilledExample {
  readonly filled: unknown;
  /** Pointers of the texts that hold a placeholder: what exactly stands there is known only when it is sent. */
  readonly places: ReadonlySet<string>;
}

/** Fills the texts of an example with placeholders; once for each value of the switches it shows. */
export function fillTexts(example: unknown, switches: Readonly<Record<string, Switch>>): FilledExample[] {
  const shown = [...JSON.stringify(example).matchAll(/\$switch\.([A-Za-z0-9]+)/g)].map((match) => match[1] ?? '');
  const settings = [...new Set(shown)].reduce<Readonly<Record<string, string>>[]>(
    (so, name) =>
      so.flatMap((setting) =>
        Object.keys(switches[name]?.values ?? {}).map((value) => Object.assign({}, setting, { [name]: value })),
      ),
    [{}],
  );
  return settings.map((setting) => {
    const places = new Set<string>();
    return { filled: fill(example, [], setting, places), places };
  });
}

function fill(
  value: unknown,
  at: readonly (string | number)[],
  setting: Readonly<Record<string, string>>,
  places: Set<string>,
): unknown {
  if (typeof value === 'string') return fillText(value, toPointer(at), setting, places);
  if (Array.isArray(value)) return value.map((item: unknown, index) => fill(item, [...at, index], setting, places));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, fill(item, [...at, name], setting, places)]),
  );
}

function fillText(
  text: string,
  pointer: string,
  setting: Readonly<Record<string, string>>,
  places: Set<string>,
): string {
  const whole = text.startsWith('$') ? `{${text}}` : text;
  return whole.replaceAll(/\{(\$[^{}]+)\}/g, (_, expression: string) => {
    const parsed = parseExpression(expression);
    if (parsed?.from === 'switch') return setting[parsed.name] ?? '';
    places.add(pointer);
    return 'something';
  });
}
