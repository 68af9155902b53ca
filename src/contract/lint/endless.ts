import type { StateMachine } from '../../language/lifecycle.js';
import type { Issue } from '../issue.js';
import { error } from './finding.js';
import { called, enterRows, type LintRule, type LintSubject } from './subject.js';

/** State changes and what they cause come to an end, so that an instant clock does too. */
export const changesEnd: LintRule = (subject) => [...flows(subject), ...ownMoves(subject), ...entryCircles(subject)];

function flows({ lifecycle, placeOf }: LintSubject): Issue[] {
  return Object.entries(lifecycle.resources).flatMap(([name, { state }]) => {
    const circle = state && flowCircle(state);
    if (!circle) return [];
    const place = placeOf(['x-lifecycle', 'resources', name, 'state', 'flow', circle[0] ?? '']);
    return [
      error(
        'lint-endless',
        place,
        `The flow of ${name} goes in a circle: ${circle.join(' → ')}. End it in a state that stays.`,
      ),
    ];
  });
}

function flowCircle({ flow }: StateMachine): readonly string[] | undefined {
  return circleIn(new Map(Object.entries(flow).map(([from, { to }]) => [from, [to]])));
}

function ownMoves(subject: LintSubject): Issue[] {
  return enterRows(subject).flatMap(({ row, on, state }) =>
    row.effects.some((effect) => effect.do === 'move' && effect.on === undefined)
      ? [
          error(
            'lint-endless',
            row.place,
            `${called(row)}, run on entering ${state}, moves its own record of ${on} on; write it as \`flow\`.`,
          ),
        ]
      : [],
  );
}

function entryCircles(subject: LintSubject): Issue[] {
  const rows = enterRows(subject);
  const causes = new Map<string, string[]>();
  for (const { row, on } of rows) {
    const next = row.effects.flatMap((effect) => {
      if (effect.do === 'create') return [effect.resource];
      const ref =
        effect.do === 'move' && effect.on !== undefined ? subject.lifecycle.resources[on]?.refs[effect.on] : undefined;
      return ref ? [ref.to] : [];
    });
    causes.set(on, [...(causes.get(on) ?? []), ...next]);
  }
  const circle = circleIn(causes);
  const first =
    circle &&
    rows.find(
      ({ on, row }) => on === circle[0] && row.effects.some((effect) => effect.do === 'create' || effect.do === 'move'),
    );
  if (!circle || !first) return [];
  return [
    error(
      'lint-endless',
      first.row.place,
      `Entering states makes or moves records in a circle: ${circle.join(' → ')}. Break it in one of the rows.`,
    ),
  ];
}

/** A way that comes back to where it began, its beginning named twice; undefined where there is none. */
function circleIn(edges: ReadonlyMap<string, readonly string[]>): readonly string[] | undefined {
  const walk = (way: readonly string[]): readonly string[] | undefined => {
    for (const next of edges.get(way.at(-1) ?? '') ?? []) {
      const seen = way.indexOf(next);
      const circle = seen >= 0 ? [...way.slice(seen), next] : walk([...way, next]);
      if (circle) return circle;
    }
    return undefined;
  };
  for (const start of edges.keys()) {
    const circle = walk([start]);
    if (circle) return circle;
  }
  return undefined;
}
