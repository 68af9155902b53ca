import type { Refusal } from '../intercept.js';
import type { CommandEnd } from './runCommand.js';

/** What a run came to. `--report FILE` writes it as JSON; `format` grows when it changes. */
export interface RunReport {
  readonly format: 1;
  readonly command: readonly string[];
  readonly end: CommandEnd;
  /** What was called, in the order of the first call. */
  readonly operations: readonly CalledOperation[];
  /** How much of each contract was met: rules that decided, of those that can with the switches as they are. */
  readonly coverage: readonly Coverage[];
  /** What the program got wrong. */
  readonly violations: readonly Violation[];
  /** What did not arrive anywhere. */
  readonly refusals: readonly Refusal[];
  /** The records that are there now and were not at the start. */
  readonly leftBehind: readonly LeftBehind[];
}

export interface CalledOperation {
  /** `provider/operationId`. */
  readonly operation: string;
  readonly method: string;
  readonly path: string;
  /** Status → how often. */
  readonly statuses: Readonly<Record<string, number>>;
  /** Rules of its decision table, `provider/operationId/row`. */
  readonly met: readonly string[];
  readonly neverMet: readonly string[];
}

export interface Coverage {
  readonly provider: string;
  readonly met: number;
  readonly rules: number;
}

/**
 * `no-operation`: no operation has that method and path. `refused`: what was sent is not what the operation takes, or carries
 * no valid credential. `body-where-none-belongs`: a DELETE or GET with content that the document knows nothing of.
 * `crash-after-no-content`: the command failed, and the last answer it got had no content.
 */
export type ViolationKind = 'no-operation' | 'refused' | 'body-where-none-belongs' | 'crash-after-no-content';

export interface Violation {
  readonly kind: ViolationKind;
  /** The exchange, in the journal. */
  readonly seq: number;
  readonly request: string;
  readonly status: number;
  readonly rule?: string;
  readonly message: string;
}

export interface LeftBehind {
  readonly provider: string;
  readonly resource: string;
  readonly key: string | number;
  readonly state?: string;
}
