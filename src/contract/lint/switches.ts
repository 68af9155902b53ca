import { parseExpression } from '../../language/expression.js';
import type { Value } from '../../language/lifecycle.js';
import type { Issue } from '../issue.js';
import { usesOf } from './expressionUses.js';
import { error, unlessKnown } from './finding.js';
import { guardsOf } from './guards.js';
import { actingRows, called, decideRows, failureRowsOf, type LintRule, type LintSubject } from './subject.js';

/** A switch's default is one of its values, and every value makes a difference. */
export const switchValuesAreUsed: LintRule = (subject) =>
  Object.entries(subject.lifecycle.switches).flatMap(([name, { default: chosen, values }]) => {
    const at = (...segments: string[]) => subject.placeOf(['x-lifecycle', 'switches', name, ...segments]);
    const defaultIssue = unlessKnown(
      at('default'),
      `The switch ${name} has the default`,
      chosen,
      'its values are',
      Object.keys(values),
    );
    if (shown(subject, name)) return defaultIssue;
    const asked = guardLists(subject, name);
    if (asked.length === 0) {
      return [
        ...defaultIssue,
        error(
          'lint-switch-unused',
          at(),
          `The switch ${name} is asked for nowhere; ask for it in a row, or remove it.`,
        ),
      ];
    }
    return [
      ...defaultIssue,
      ...alike(Object.keys(values), asked).map(([value, earlier]) =>
        error(
          'lint-switch-unused',
          at('values', value),
          `The value "${value}" of the switch ${name} makes no difference: every row treats it as "${earlier}". Ask for it in a row, or remove it.`,
        ),
      ),
    ];
  });

/** `$switch.name` stands for a word of a closed list only where each of its values is such a word. */
export const switchWordsAreLegal: LintRule = (subject) =>
  decideRows(subject).flatMap(({ row }) => {
    const { page, sort } = row.list ?? {};
    const words = (value: Value | undefined, what: string, known: readonly string[]): Issue[] => {
      const others = wordsOf(subject, value).filter((word) => !known.includes(word));
      if (others.length === 0) return [];
      const message = `${called(row)} takes "${String(value)}" for ${what}, which can be "${others.join('" or "')}"; only ${known.join(' and ')} are possible.`;
      return [error('lint-switch-word', row.place, message)];
    };
    return [
      ...words(page?.counts, 'what a page counts', ['pages', 'items']),
      ...words(page?.total, 'what the total counts', ['all', 'shown']),
      ...words(sort?.order, 'the order', ['asc', 'desc']),
    ];
  });

/** The words a value can be: itself, or the values of the switch it names; an input's words are the schema's business. */
function wordsOf({ lifecycle }: LintSubject, value: Value | undefined): readonly string[] {
  if (typeof value !== 'string') return [];
  if (!value.startsWith('$')) return [value];
  const expression = parseExpression(value);
  return expression?.from === 'switch' ? Object.keys(lifecycle.switches[expression.name]?.values ?? {}) : [];
}

/** Is the switch's value itself shown or used, as `$switch.name`? */
function shown(subject: LintSubject, name: string): boolean {
  return usesOf(subject).some(({ expression }) => expression?.from === 'switch' && expression.name === name);
}

function guardLists(subject: LintSubject, name: string): (readonly string[])[] {
  const guards = [...actingRows(subject).flatMap(guardsOf), ...failureRowsOf(subject).map(({ row }) => row.when)];
  return guards.flatMap((when) => (when.switch?.[name] ? [when.switch[name]] : []));
}

/** Values that every list treats like an earlier one, with that one. */
function alike(values: readonly string[], lists: readonly (readonly string[])[]): [string, string][] {
  const firstOf = new Map<string, string>();
  return values.flatMap((value): [string, string][] => {
    const kind = lists.map((list) => list.includes(value)).join();
    const earlier = firstOf.get(kind);
    if (earlier !== undefined) return [[value, earlier]];
    firstOf.set(kind, value);
    return [];
  });
}
