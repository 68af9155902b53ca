import type { CompiledContract } from '../../language/compiledContract.js';
import type { Row, StateMachine } from '../../language/lifecycle.js';

/** One way from a state to the next: time passes, or an operation moves the record. */
export interface StateStep {
  readonly to: string;
  /** None: it happens by itself. */
  readonly operation?: string;
}

/** The shortest way from one state to another; undefined where no operation and no lapse of time leads there. */
export function stateSteps(
  contract: CompiledContract,
  resource: string,
  from: string,
  to: string,
): readonly StateStep[] | undefined {
  const ways = new Map<string, readonly StateStep[]>([[from, []]]);
  for (const [state, way] of ways) {
    if (state === to) return way;
    for (const step of stepsFrom(contract, resource, state)) if (!ways.has(step.to)) ways.set(step.to, [...way, step]);
  }
  return undefined;
}

/** Does a record leave that state by itself? */
export function passesBy(machine: StateMachine | undefined, state: string): boolean {
  return machine?.flow[state] !== undefined;
}

function stepsFrom({ lifecycle }: CompiledContract, resource: string, state: string): readonly StateStep[] {
  const edge = lifecycle.resources[resource]?.state?.flow[state];
  const moves = Object.entries(lifecycle.operations).flatMap(([operation, { on, by, decide }]) => {
    if (on !== resource || by === undefined) return [];
    return decide.flatMap((row) => {
      const to = movesFrom(row, state);
      return to === undefined ? [] : [{ to, operation }];
    });
  });
  // Calling is quicker than waiting.
  return [...moves, ...(edge ? [{ to: edge.to }] : [])];
}

/** Where a row moves a record that is in that state, whatever else is the case. */
function movesFrom({ when, effects }: Row, state: string): string | undefined {
  const { state: states, ...others } = when;
  if (Object.keys(others).length > 0 || !states?.includes(state)) return undefined;
  const move = effects.find((effect) => effect.do === 'move' && effect.on === undefined);
  return move?.do === 'move' ? move.state : undefined;
}
