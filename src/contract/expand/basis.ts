import { didYouMean } from '../../errors.js';
import type { Basis, Citation, Facets, Switch, SwitchValue } from '../../language/lifecycle.js';
import type { OneOrMore, WrittenBasis, WrittenSwitch } from '../written.js';
import { expandCitations } from './citations.js';
import type { ExpandContext, Path } from './context.js';
import { mapValues } from './words.js';

/** What is known of a row, and from where. */
export interface Standing {
  readonly basis: Facets;
  readonly citations: readonly Citation[];
}

const strength: readonly Basis[] = ['inferred', 'observed', 'documented'];

export function expandBasis(written: WrittenBasis): Facets {
  return typeof written === 'string' ? { effect: written, status: written, body: written } : written;
}

export function expandSwitch(written: WrittenSwitch): Switch {
  const values = mapValues(written.values, (value) => ({
    basis: expandBasis(value.basis),
    citations: expandCitations(value.source),
  }));
  return { about: written.about, default: String(written.default), values };
}

/** A row's own basis; without one, the weakest of the switch values that guard it, facet by facet. */
export function standingOf(
  row: { readonly id: string; readonly basis?: WrittenBasis; readonly source?: OneOrMore<string> },
  guards: Readonly<Record<string, readonly string[]>>,
  path: Path,
  context: ExpandContext,
): Standing {
  const own = expandCitations(row.source);
  if (row.basis !== undefined) return { basis: expandBasis(row.basis), citations: own };
  const values = Object.entries(guards).flatMap(([name, chosen]) => switchValues(name, chosen, context));
  if (values.length === 0) {
    if (Object.keys(guards).length === 0) {
      context.complain(
        'no-basis',
        `The row "${row.id}" has no basis, and no switch guards it. Add \`basis: documented\`, \`observed\` or \`inferred\`.`,
        path,
      );
    }
    return { basis: expandBasis('inferred'), citations: own };
  }
  const citations = [...own, ...values.flatMap((value) => value.citations)];
  return { basis: values.map((value) => value.basis).reduce(weaker), citations: unique(citations) };
}

function switchValues(name: string, chosen: readonly string[], context: ExpandContext): SwitchValue[] {
  const values = context.switches[name]?.values ?? {};
  return chosen.flatMap((value) => (Object.hasOwn(values, value) && values[value] ? [values[value]] : []));
}

function weaker(a: Facets, b: Facets): Facets {
  const weakest = (x: Basis, y: Basis) => (strength.indexOf(x) < strength.indexOf(y) ? x : y);
  return { effect: weakest(a.effect, b.effect), status: weakest(a.status, b.status), body: weakest(a.body, b.body) };
}

function unique(citations: readonly Citation[]): Citation[] {
  return [...new Map(citations.map((citation) => [`${citation.source} ${citation.place ?? ''}`, citation])).values()];
}

/** Complains where a guard names a switch, or a value of one, that is not declared. */
export function checkGuards(
  guards: Readonly<Record<string, readonly string[]>>,
  path: Path,
  context: ExpandContext,
): void {
  for (const [name, chosen] of Object.entries(guards)) {
    const known = checkSwitch(name, [...path, name], context);
    for (const value of chosen) {
      if (!known || Object.hasOwn(known.values, value)) continue;
      const values = Object.keys(known.values);
      context.complain(
        'unresolved-name',
        `The switch ${name} has no value "${value}"; it has ${values.join(', ')}.${didYouMean(value, values)}`,
        [...path, name],
      );
    }
  }
}

/** The switch of that name; complains where there is none. */
export function checkSwitch(name: string, path: Path, context: ExpandContext): Switch | undefined {
  const known = Object.hasOwn(context.switches, name) ? context.switches[name] : undefined;
  if (known) return known;
  const names = Object.keys(context.switches);
  context.complain(
    'unresolved-name',
    `There is no switch "${name}"; declared are ${names.join(', ') || 'none'}.${didYouMean(name, names)}`,
    path,
  );
  return undefined;
}
