/** A row as the analysis sees it: a name, and the question whether it holds. */
export interface Candidate<S> {
  readonly id: string;
  readonly holds: (situation: S) => boolean;
}

/** A row that is never the first to hold. */
export interface ShadowedRow {
  readonly id: string;
  /** The earlier rows that win wherever it holds; empty where its guard holds nowhere at all. */
  readonly by: readonly string[];
}

/** What trying every situation shows of a table in which the first row that holds decides. */
export interface FirstMatch<S> {
  /** Situations no row holds in. A total table has none. */
  readonly undecided: readonly S[];
  readonly shadowed: readonly ShadowedRow[];
  /** Row → the first situation it decides. */
  readonly wins: ReadonlyMap<string, S>;
}

/** Tries every situation on the rows, in order. */
export function firstMatch<S>(rows: readonly Candidate<S>[], situations: Iterable<S>): FirstMatch<S> {
  const undecided: S[] = [];
  const wins = new Map<string, S>();
  const beatenBy = new Map<string, Set<string>>(rows.map(({ id }) => [id, new Set()]));
  for (const situation of situations) {
    const [winner, ...beaten] = rows.filter((row) => row.holds(situation));
    if (winner === undefined) {
      undecided.push(situation);
      continue;
    }
    if (!wins.has(winner.id)) wins.set(winner.id, situation);
    for (const { id } of beaten) beatenBy.get(id)?.add(winner.id);
  }
  const shadowed = rows.flatMap(({ id }) => (wins.has(id) ? [] : [{ id, by: [...(beatenBy.get(id) ?? [])] }]));
  return { undecided, shadowed, wins };
}
