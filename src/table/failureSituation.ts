import type { FailureCause, FailureKind, FailureRow, FailureWhen, InputLocation } from '../language/lifecycle.js';

/** One combination of what the guards of failure rows can tell apart. */
export interface FailureSituation {
  readonly kind: FailureKind;
  /** For refused credentials. */
  readonly cause?: FailureCause;
  /** None where no operation was found. */
  readonly operation?: string;
  /** Where the refused input stood, for refused input. */
  readonly in?: InputLocation;
  /** Parameter name or pointer; `other` is any that no guard names. */
  readonly at?: string;
  /** JSON Schema keyword; `other` is any that no guard names. */
  readonly keyword?: string;
  readonly switches: Readonly<Record<string, string>>;
}

/** Does a failure row's guard hold? What the situation says nothing about holds for no guard. */
export function failureHolds(when: FailureWhen, situation: FailureSituation): boolean {
  return (
    accepts(when.kind, situation.kind) &&
    accepts(when.cause, situation.cause) &&
    accepts(when.operation, situation.operation) &&
    accepts(when.in, situation.in) &&
    accepts(when.at, situation.at) &&
    accepts(when.keyword, situation.keyword) &&
    Object.entries(when.switch ?? {}).every(([name, values]) => accepts(values, situation.switches[name]))
  );
}

/** The values guards of `rows` name for one question, each once. */
export function namedIn<T>(
  rows: readonly FailureRow[],
  ask: (when: FailureWhen) => readonly T[] | undefined,
): readonly T[] {
  return [...new Set(rows.flatMap((row) => ask(row.when) ?? []))];
}

function accepts<T>(accepted: readonly T[] | undefined, seen: T | undefined): boolean {
  return accepted === undefined || (seen !== undefined && accepted.includes(seen));
}
