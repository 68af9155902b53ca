import type { EnterRow, Operation, When } from '../language/lifecycle.js';
import { type Atom, atomsOf, type Topic } from './atoms.js';
import {
  fieldChoices,
  requestChoices,
  statesOf,
  switchChoices,
  type TableSource,
  toManyChoices,
  toOneChoices,
} from './domains.js';
import { holds } from './holds.js';
import { requestPart } from './requestPart.js';
import { nothing, type Situation } from './situation.js';

/** One thing a table can tell apart, with every answer it may have; each answer is a situation that says only that. */
export interface Dimension {
  readonly topic: Topic;
  /** What it is about: a ref, a switch, an expression … ; empty for the own state. */
  readonly name: string;
  readonly choices: readonly Situation[];
}

const order: readonly Topic[] = ['state', 'one', 'many', 'switch', 'request', 'field', 'taken', 'call'];

/** Everything the rows of an operation's table can tell apart, every own state included. */
export function dimensions(source: TableSource, operationId: string): readonly Dimension[] {
  const operation = source.lifecycle.operations[operationId];
  if (!operation) return [];
  const atoms = atomsOf(operation.decide.map((row) => row.when));
  const topics = group(atoms.filter(({ topic }) => topic !== 'state')).map(([first, asked]) => ({
    topic: first.topic,
    name: first.name,
    choices: choicesOf(source, operationId, operation, first, asked),
  }));
  return [...ownState(source, operation), ...topics];
}

/** The same for the rows run when a record of a resource enters a state. */
export function enterDimensions(
  source: TableSource,
  resource: string,
  state: string,
  rows: readonly EnterRow[],
): readonly Dimension[] {
  // Entering is like finding the record by key: its refs are what it holds, and it is there.
  const stored: Operation = {
    on: resource,
    by: '',
    bind: {},
    decide: [],
    failures: [],
    place: { file: '', line: 0, column: 0 },
  };
  const atoms = atomsOf(rows.map((row) => row.when)).filter(({ topic }) => topic !== 'state');
  const topics = group(atoms).map(([first, asked]) => ({
    topic: first.topic,
    name: first.name,
    choices: choicesOf(source, '', stored, first, asked),
  }));
  return [{ topic: 'state', name: '', choices: [{ ...nothing, state }] }, ...topics];
}

/**
 * Leaves out answers that no guard tells from an earlier one. `absent`, `unset` and "none related" stay apart, because
 * what is possible together depends on them.
 */
export function merged(all: readonly Dimension[], guards: readonly When[]): readonly Dimension[] {
  const atoms = atomsOf(guards);
  return all.map((dimension) => {
    const asked = atoms.filter(({ topic, name }) => topic === dimension.topic && name === dimension.name);
    const kinds = new Map<string, Situation>();
    for (const choice of dimension.choices) {
      const kind = [...asked.map(({ when }) => holds(when, choice)), specialWord(choice)].join();
      if (!kinds.has(kind)) kinds.set(kind, choice);
    }
    return { ...dimension, choices: [...kinds.values()] };
  });
}

/** How many combinations the dimensions have. */
export function combinations(all: readonly Dimension[]): number {
  return all.reduce((count, { choices }) => count * choices.length, 1);
}

function ownState(source: TableSource, operation: Operation): Dimension[] {
  if (operation.by === undefined) return [];
  const states = [
    ...statesOf(operation.on === undefined ? undefined : source.lifecycle.resources[operation.on]),
    'absent',
  ];
  return [{ topic: 'state', name: '', choices: states.map((state) => ({ ...nothing, state })) }];
}

function choicesOf(
  source: TableSource,
  operationId: string,
  operation: Operation,
  { topic, name }: Atom,
  atoms: readonly Atom[],
): readonly Situation[] {
  const { lifecycle } = source;
  const on = operation.on ?? '';
  if (topic === 'one') return toOneChoices(lifecycle, on, name, mayBeUnset(source, operationId, operation, name));
  if (topic === 'many') return toManyChoices(lifecycle, on, name, atoms);
  if (topic === 'switch') return switchChoices(lifecycle, name);
  if (topic === 'request') return requestChoices(source, operationId, name, atoms);
  if (topic === 'field') return fieldChoices(name, atoms);
  const about = topic === 'taken' ? 'taken' : 'calls';
  return [false, true].map((answer) => ({ ...nothing, [about]: { [name]: answer } }));
}

/** A bound ref is unset only where the request may leave its key out. */
function mayBeUnset(source: TableSource, operationId: string, operation: Operation, path: string): boolean {
  const bound = operation.bind[path];
  return bound === undefined || requestPart(source.document, operationId, bound)?.certain !== true;
}

function group(atoms: readonly Atom[]): [Atom, Atom[]][] {
  const groups = new Map<string, [Atom, Atom[]]>();
  for (const atom of atoms) {
    const known = groups.get(`${atom.topic} ${atom.name}`);
    if (known) known[1].push(atom);
    else groups.set(`${atom.topic} ${atom.name}`, [atom, [atom]]);
  }
  return [...groups.values()].sort(([one], [other]) => order.indexOf(one.topic) - order.indexOf(other.topic));
}

function specialWord(choice: Situation): string {
  const [seen] = Object.values(choice.related);
  if (Array.isArray(seen)) return seen.length === 0 ? 'none' : '';
  const word = choice.state ?? seen;
  return word === 'absent' || word === 'unset' ? word : '';
}
