import type { Citation, Facets, FailureCause, ReportWord } from '../../language/lifecycle.js';
import type { StatusFault } from '../../mock/faults/fault.js';
import type { RequestValues } from '../../request/buildRequest.js';
import type { FailureSituation } from '../../table/failureSituation.js';
import type { Stage } from './stage.js';

/** A request that is to be refused: an operation's own, and how it differs from a good one. */
export interface FailureRequest {
  /** The operation it would be good for. */
  readonly operation: string;
  readonly values: RequestValues;
  /** In place of the operation's. */
  readonly method?: string;
  /** Put after the path, as it stands. */
  readonly pathEnd?: string;
  /** Put after the query, as it stands. */
  readonly queryEnd?: string;
  /** In place of the body the values make. */
  readonly body?: string;
  /** In place of the body's own `Content-Type`. */
  readonly mediaType?: string;
  /** What is wrong with the credential, and of which security scheme it is. Default: a good one of the first alternative. */
  readonly credential?: { readonly scheme: string; readonly cause: FailureCause };
}

/** What a request meets besides itself. */
export interface FailureConditions {
  /** The sandbox's largest body, in bytes. */
  readonly bodyLimit?: number;
  /** Laid over the operation. */
  readonly fault?: StatusFault;
}

/** One way to have an operation refused before its decision. */
export interface WayToFail extends Omit<FailureSituation, 'operation' | 'switches'>, FailureConditions {
  readonly sends: FailureRequest;
}

/** One story derived from one row of a failure table. */
export interface FailureCase extends FailureConditions {
  /** The rule, and what tells it from the row's other cases: `…/bad-key/signature/AkSk`. Stable. */
  readonly id: string;
  readonly provider: string;
  /** None where the request finds no operation. */
  readonly operation?: string;
  /** `provider/operation/row` of the failure row; without an operation `provider/row`. */
  readonly rule: string;
  /** The failure row in its table: `provider/row`, or `provider/operation/row` where it is the operation's own. */
  readonly row: string;
  readonly basis: Facets;
  readonly citations: readonly Citation[];
  readonly situation: FailureSituation;
  /** That of the operation's first success, with the switch settings the row needs. */
  readonly stage: Stage;
  readonly sends: FailureRequest;
  readonly expect: {
    /** The row that answers: the failure's own, or, where that one says to go on, the one that decides. */
    readonly rule: string;
    readonly status: number;
    /** False where the row says to go on. */
    readonly refused: boolean;
    /** What the body of a refusal is written from; `{$…}` in its texts stands for anything. None: no body. */
    readonly example?: unknown;
    /** What a client may truthfully report; empty where the row says nothing about deleting. */
    readonly words: readonly ReportWord[];
  };
}
