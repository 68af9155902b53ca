import type { LinkedState } from './contract.js';

/** Which states of the record something is about. */
export interface StateTest {
  /** Does it hold where there is no record? */
  readonly absent: boolean;
  /** Does it hold where the state field says this? The value on the wire, so that no name has to be found for it first. */
  readonly present: (wire: unknown) => boolean;
}

/** Compiles the states a guard lists, `absent` and `present` among them; without a list it is about all. */
export function compileStateTest(states: readonly string[] | undefined, state: LinkedState | undefined): StateTest {
  if (!states) return { absent: true, present: () => true };
  const absent = states.includes('absent');
  if (states.includes('present')) return { absent, present: () => true };
  const accepted = new Set([...(state?.nameOf ?? [])].flatMap(([wire, name]) => (states.includes(name) ? [wire] : [])));
  return { absent, present: (wire) => accepted.has(wire) };
}
