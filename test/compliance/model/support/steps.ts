import fc from 'fast-check';
import type { Sandbox } from './sandbox.js';

/** One step of a random story: taken in the model and in the sandbox at once, compared on the spot. */
export type Step<Model extends object> = fc.Command<Model, Sandbox>;

/** Makes steps out of random arguments; the label and the arguments are what a failing run prints. */
export function step<Model extends object, Args>(
  label: string,
  args: fc.Arbitrary<Args>,
  take: (model: Model, sandbox: Sandbox, args: Args) => void,
): fc.Arbitrary<Step<Model>> {
  return args.map((given) => ({
    check: () => true,
    run: (model, sandbox) => take(model, sandbox, given),
    toString: () => `${label} ${JSON.stringify(given)}`,
  }));
}

/** Walks random stories through a sandbox, which `start` fills along with the model; after every step all of its state is compared as well. */
export function walk<Model extends object>(
  sandbox: Sandbox,
  steps: readonly fc.Arbitrary<Step<Model>>[],
  start: (sandbox: Sandbox) => Model,
  compareState: (model: Model, sandbox: Sandbox) => void,
  { runs = 200, length = 40 } = {},
): void {
  const compared = steps.map((arbitrary) =>
    arbitrary.map(
      (one): Step<Model> => ({
        check: () => true,
        run(model, real) {
          one.run(model, real);
          compareState(model, real);
        },
        toString: () => one.toString(),
      }),
    ),
  );
  fc.assert(
    fc.property(fc.commands([...compared], { maxCommands: length, size: 'max' }), (commands) => {
      sandbox.mock.reset();
      fc.modelRun(() => ({ model: start(sandbox), real: sandbox }), commands);
    }),
    { numRuns: runs },
  );
}

/** Which id a step speaks of: one that lives, one that is gone, one that never was, or none at all. */
export interface Pick {
  readonly of: 'known' | 'gone' | 'never';
  readonly index: number;
}

export const pick: fc.Arbitrary<Pick> = fc.record({
  of: fc.oneof(
    { weight: 7, arbitrary: fc.constant('known' as const) },
    fc.constantFrom('gone' as const, 'never' as const),
  ),
  index: fc.nat(9),
});

/** The id a pick comes to; where there is none of that kind yet, the one that never was. */
export function choose<Id>({ of, index }: Pick, known: readonly Id[], gone: readonly Id[], never: Id): Id {
  const from = of === 'known' ? known : of === 'gone' ? gone : [];
  return from[index % Math.max(1, from.length)] ?? never;
}

/** Long and short waits; a day outlasts everything that happens by itself. */
export const wait = fc.constantFrom('1ms', '1s', '2s', '4s', '24h');
