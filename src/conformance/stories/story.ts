import type { Basis } from '../../language/lifecycle.js';
import type { Fault } from '../../mock/faults/fault.js';
import type { CredentialSetup } from '../case.js';

/** A story as `conformance/case.schema.json` has it. */
export interface Story {
  readonly id: string;
  readonly title: string;
  readonly provider: string;
  readonly basis: Basis;
  readonly source?: string | readonly string[];
  readonly given?: {
    readonly records?: Readonly<Record<string, readonly StoryRecord[]>>;
    readonly switches?: Readonly<Record<string, string>>;
    readonly faults?: readonly {
      readonly operation: string;
      readonly times?: number;
      readonly after?: number;
      readonly fault: Fault;
    }[];
    readonly credentials?: CredentialSetup;
    readonly serverAhead?: string;
  };
  readonly about?: Readonly<Record<string, string | number>>;
  readonly do: readonly {
    readonly operation: string;
    readonly with?: Readonly<Record<string, unknown>>;
    readonly body?: unknown;
    readonly until?: { readonly pointer: string; readonly in: readonly (string | number)[]; readonly atMost?: number };
    readonly mayBeSilent?: true;
  }[];
  readonly meanwhile?: readonly StoryTrigger[];
  readonly mayBeSilent?: true;
  readonly expect: readonly string[];
}

export type StoryRecord = Readonly<Record<string, unknown>>;

export interface StoryTrigger {
  readonly after: { readonly operation: string; readonly nth?: number };
  readonly advance?: string;
  readonly put?: Readonly<Record<string, StoryRecord>>;
  readonly remove?: Readonly<Record<string, string | number>>;
}
