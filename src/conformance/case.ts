import type { Citation, Facets, FailureCause } from '../language/lifecycle.js';
import type { FaultSetting } from '../mock/faults/fault.js';
import type { RequestValues } from '../request/buildRequest.js';
import type { StagedRecord } from './derive/stage.js';

/** What a case was made from: a row of a decision table, a row of a failure table, a row under a fault, or a written story. */
export type CaseKind = 'decision' | 'failure' | 'fault' | 'story';

/** One call a client is asked to make. */
export interface CaseStep {
  readonly operation: string;
  readonly values: RequestValues;
  /** Call again until the answer's body holds one of these values there. */
  readonly until?: { readonly pointer: string; readonly in: readonly (string | number)[]; readonly atMost: number };
  /** A client that leaves this call out is right, too: an id of two dots cannot be sent by every client. */
  readonly maySendNothing?: true;
}

/** What the client is given to authenticate with: good credentials, none, or ones the named scheme refuses for that cause. */
export type CredentialSetup = 'good' | 'none' | { readonly scheme: string; readonly cause: FailureCause };

/** The world a case begins in; it is empty otherwise. */
export interface Setup {
  readonly records: readonly StagedRecord[];
  readonly switches: Readonly<Record<string, string>>;
  readonly faults: readonly FaultSetting[];
  readonly credentials: CredentialSetup;
  /** Milliseconds that the server's wall clock is ahead of the client's. */
  readonly clockOffset: number;
}

/** Something that happens in the world while the client works: after the nth exchange of an operation. */
export interface Trigger {
  readonly after: { readonly operation: string; readonly nth: number };
  readonly effect:
    | { readonly advance: string }
    | { readonly put: StagedRecord }
    | { readonly remove: { readonly resource: string; readonly key: string | number } };
}

/** The record a case is about, whether it exists or not. */
export interface Subject {
  readonly resource: string;
  readonly key: string | number;
}

/** One story a client is taken through. What is expected is not in it: it is what the contract makes of the right calls. */
export interface Case {
  /** Stable for ever. */
  readonly id: string;
  /** The requirement, in a sentence. */
  readonly title: string;
  readonly provider: string;
  readonly kind: CaseKind;
  /** The rule it was derived from: `provider/operation/row`. */
  readonly rule?: string;
  readonly basis: Facets;
  readonly citations: readonly Citation[];
  readonly setup: Setup;
  readonly steps: readonly CaseStep[];
  readonly meanwhile: readonly Trigger[];
  readonly subject?: Subject;
  /** A client that sends nothing is right, too: it has no credential, or its input is not what the document allows. */
  readonly maySendNothing: boolean;
}
