import type { When } from '../language/lifecycle.js';

/** The kinds of things guards ask about; to-one and to-many are told apart because they have different answers. */
export type Topic = 'state' | 'one' | 'many' | 'switch' | 'request' | 'field' | 'taken' | 'call';

/** The smallest guard: one question about one thing. */
export interface Atom {
  readonly topic: Topic;
  /** What is asked about: a ref, a switch, an expression … ; empty for the own state. */
  readonly name: string;
  /** The question alone, as a guard. */
  readonly when: When;
}

/** Takes guards apart into their atoms, those inside `any` included. */
export function atomsOf(guards: readonly When[]): Atom[] {
  return guards.flatMap((when) => [...ownAtoms(when), ...atomsOf(when.any ?? [])]);
}

function ownAtoms(when: When): Atom[] {
  const atoms: Atom[] = [];
  if (when.state) atoms.push({ topic: 'state', name: '', when: { state: when.state } });
  for (const [name, guard] of Object.entries(when.related ?? {})) {
    atoms.push({ topic: guard.of === 'one' ? 'one' : 'many', name, when: { related: { [name]: guard } } });
  }
  for (const [name, values] of Object.entries(when.switch ?? {})) {
    atoms.push({ topic: 'switch', name, when: { switch: { [name]: values } } });
  }
  for (const [name, values] of Object.entries(when.request ?? {})) {
    atoms.push({ topic: 'request', name, when: { request: { [name]: values } } });
  }
  for (const [name, values] of Object.entries(when.field ?? {})) {
    atoms.push({ topic: 'field', name, when: { field: { [name]: values } } });
  }
  for (const [name, expression] of Object.entries(when.taken ?? {})) {
    atoms.push({ topic: 'taken', name, when: { taken: { [name]: expression } } });
  }
  if (when.call !== undefined) atoms.push({ topic: 'call', name: when.call, when: { call: when.call } });
  return atoms;
}
