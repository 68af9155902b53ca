import type { LoadedContract } from '../engine/loadedContract.js';
import type { CompiledContract } from '../language/compiledContract.js';
import type { Facets } from '../language/lifecycle.js';
import type { Store, StoreShape } from '../store/store.js';
import type { Fault, FaultSetting, StandingFault, Strike } from './faults/fault.js';
import type { ReplacedContract } from './replace/replacedContract.js';

/** A request as every door hands it in. */
export interface PlainRequest {
  readonly method: string;
  /** Origin form, raw: path and query as on the request line. */
  readonly target: string;
  /** Lower-case names; a repeated field joined with `, `. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
  /** The body is larger than `Mock.bodyLimit`; the door has thrown it away. The provider's dialect says so. */
  readonly tooLarge?: true;
}

/** A response as every door hands it out. No `body` means no content; lengths are the door's to add. */
export interface PlainResponse {
  readonly status: number;
  /** Names as they go on the wire. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** What a fault does to it on its way, for the door to carry out. */
  readonly transport?: Transport;
}

/** What happens to an answer between the sandbox and the client. */
export interface Transport {
  /** Milliseconds, in real time, until anything is sent or cut. */
  readonly delay?: number;
  /**
   * How the connection ends, without an answer (its status is then 0): `reset`, or `close` in good order. Or in the
   * middle of one: closed when so many bytes of the body are out, though the head announced all of them.
   */
  readonly cut?: 'reset' | 'close' | { readonly after: number };
}

/** How a sandbox's clock moves: with wall time, only when told, or straight to where every state change has happened. */
export type Pace = 'real' | 'manual' | 'instant';

/** Whether credentials are checked: really, only for being there, or not at all. */
export type AuthMode = 'verify' | 'any' | 'off';

/** One request with its response, as the journal holds it. Credentials are redacted. */
export interface Exchange {
  /** From 1, without gaps, per sandbox. */
  readonly seq: number;
  /** Wall time, ISO 8601. */
  readonly at: string;
  readonly request: {
    readonly method: string;
    readonly target: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body?: string;
  };
  /** What was sent; status 0 where a fault let nothing out. */
  readonly response: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body?: string;
  };
  /** `provider/operationId`; missing where no operation was found. */
  readonly operation?: string;
  /** `provider/operationId/row`; missing where no provider was found. */
  readonly rule?: string;
  /** Why, in words, where a request was refused before a rule could decide. */
  readonly explanation?: string;
  /** The faults that struck the call, and what they came to. */
  readonly fault?: Strike;
}

export interface SwitchSetting {
  readonly name: string;
  readonly about: string;
  readonly value: string;
  readonly default: string;
  readonly values: Readonly<Record<string, { readonly basis: Facets }>>;
}

/** What a sandbox says of one provider. */
export interface ProviderDescription {
  readonly id: string;
  readonly title: string;
  /** Host patterns of the real service: `mpc.{region}.myhuaweicloud.com`. */
  readonly hosts: readonly string[];
  /** The path every operation of the provider starts with, without a trailing slash: `/v1.3`, or empty. */
  readonly basePath: string;
  readonly resources: readonly {
    readonly id: string;
    readonly key: string;
    readonly states: readonly string[];
    readonly partition?: string;
  }[];
  readonly operations: readonly { readonly id: string; readonly method: string; readonly path: string }[];
  readonly switches: readonly SwitchSetting[];
  /** Security scheme → what to send; these are the mock's own, never real ones. */
  readonly credentials: Readonly<Record<string, unknown>>;
}

/** Names one record: partition is the provider's default project where it is not given. */
export interface RecordAddress {
  readonly provider: string;
  readonly resource: string;
  readonly key: string | number;
  readonly partition?: string;
}

/** A record as control shows it: its fields, and its partition under the partition's own name. */
export type RecordFields = Readonly<Record<string, unknown>>;

/** Everything a sandbox holds, in a form that can be put back. */
export interface Snapshot {
  readonly format: 1;
  readonly clock: { readonly now: string; readonly pace: Pace };
  readonly providers: Readonly<
    Record<
      string,
      {
        readonly records: Readonly<Record<string, readonly RecordFields[]>>;
        readonly switches: Readonly<Record<string, string>>;
        readonly counters?: Readonly<Record<string, number>>;
      }
    >
  >;
}

/**
 * One isolated world: records, clock, journal, faults and switches of one or more providers.
 *
 * Unknown names throw a `TombstoneError` whose message names the nearest known one.
 */
export interface Mock {
  /** In the versions that are in force. */
  readonly contracts: readonly CompiledContract[];
  /** Largest request body taken, in bytes; a door reads no further and hands in `tooLarge`. */
  readonly bodyLimit: number;
  /** Answers at once: read, decide and write are one turn of the event loop. */
  handle(request: PlainRequest): PlainResponse;
  /** The same for code that takes a `fetch` function. */
  fetch(input: Request | URL | string, init?: RequestInit): Promise<Response>;
  readonly clock: {
    /** Milliseconds since the epoch, on the sandbox's clock. */
    now(): number;
    readonly pace: Pace;
    /** Moves the clock forward: `'10s'`, or milliseconds. State changes that come due happen in order. */
    advance(by: string | number): void;
    setPace(pace: Pace): void;
  };
  readonly journal: {
    /** The number of the last exchange; 0 before the first. Numbers go on when the journal is emptied. */
    readonly last: number;
    /** The exchanges after that number, oldest first; all that are kept without it. */
    list(after?: number, atMost?: number): readonly Exchange[];
    clear(): void;
    /** Called with each exchange as it is recorded; returns the function that ends it. */
    subscribe(listener: (exchange: Exchange) => void): () => void;
  };
  readonly records: {
    get(address: RecordAddress): RecordFields | undefined;
    /**
     * Makes a record; what is not given is filled in, its key too.
     *
     * @throws TombstoneError `bad-fixture` where there is a record with that key, `unknown-state`
     */
    create(provider: string, resource: string, fields?: RecordFields): RecordFields;
    /** Makes or replaces the record; what is not given is filled in. `enter` runs the state's entry effects. */
    put(address: RecordAddress, fields: RecordFields, options?: { readonly enter?: boolean }): RecordFields;
    /** Sets some fields; undefined where there is no such record. */
    patch(
      address: RecordAddress,
      fields: RecordFields,
      options?: { readonly enter?: boolean },
    ): RecordFields | undefined;
    /** True where there was one. */
    remove(address: RecordAddress): boolean;
    all(provider: string, resource: string, partition?: string): readonly RecordFields[];
  };
  readonly switches: {
    get(provider: string): Readonly<Record<string, string>>;
    set(provider: string, values: Readonly<Record<string, string>>): void;
  };
  readonly faults: {
    /**
     * Lays a fault over calls and returns its id. Several may stand: the first in the order of adding whose turn it is
     * strikes; latencies come on top.
     *
     * @throws TombstoneError `bad-fault`, `bad-duration`
     */
    add(setting: FaultSetting): string;
    /** Strikes the next call of the operation: `add` with `times: 1`. */
    once(operation: string, fault: Fault): string;
    /** Those that stand, in the order they were added; one whose `times` are used up stands no more. */
    list(): readonly StandingFault[];
    /** True where it stood. */
    remove(id: string): boolean;
    clear(): void;
  };
  /** Back to the fixtures the sandbox started with: records, clock, journal, switches; no faults. See `replaceContract`. */
  reset(): void;
  exportState(): Snapshot;
  /** Replaces all state; on a bad snapshot it throws and changes nothing. */
  importState(snapshot: unknown): void;
  providers(): readonly ProviderDescription[];
  /**
   * Makes another sandbox of the same contracts. It starts as this one started, except for what is given, whatever
   * happened here since; after that the two share nothing.
   *
   * @throws TombstoneError `unknown-provider`, and what `createMock` throws
   */
  createSandbox(options?: SandboxOptions): Mock;
  /**
   * Puts another version of one of the contracts in place, between two requests. Clock, journal, switches and faults
   * stay, and so do the records that still fit; what does not fit is dropped, and the report names it. The fixtures of
   * the new version count from the next `reset` on. Sandboxes made before keep what they were made of.
   *
   * @throws TombstoneError `unknown-provider` where no contract of that id is here; `route-collision`, or what a bad
   *   fixture is refused with, where no sandbox could be made of the new version. Then nothing is changed.
   */
  replaceContract(contract: LoadedContract): ReplacedContract;
}

/** What a sandbox made beside another has otherwise. Fixtures count by provider, switches one by one. */
export interface SandboxOptions extends Pick<MockOptions, 'pace' | 'auth' | 'seed' | 'fixtures' | 'switches'> {
  /** Which of the providers. Default: all. */
  readonly providers?: readonly string[];
}

/** Makes an empty store for one provider's records. */
export type StoreFactory = (provider: string, shape: StoreShape) => Store;

/** What a sandbox is made of. */
export interface MockOptions {
  /** How the clock moves. Default `manual`. */
  readonly pace?: Pace;
  /** Where the clock starts, milliseconds since the epoch. Default: wall time when the sandbox is made. */
  readonly start?: number;
  /** Default `verify`. */
  readonly auth?: AuthMode;
  /** Records by provider and resource; replaces a provider's default fixtures where it names the provider. */
  readonly fixtures?: Readonly<Record<string, Readonly<Record<string, readonly RecordFields[]>>>>;
  /** Switch values by provider. */
  readonly switches?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Seeds generated ids and values. Default 1. */
  readonly seed?: number;
  /** Send `x-tombstone-rule` with every answer. Default true. */
  readonly ruleHeader?: boolean;
  /** How many exchanges the journal keeps. Default 500. */
  readonly journalSize?: number;
  /** Largest request body taken, in bytes. Default 12 MiB. */
  readonly bodyLimit?: number;
  /** Makes what holds the records of one provider. Default: a store in memory that is indexed. */
  readonly store?: StoreFactory;
  /** Wall time in milliseconds: freshness of signatures, `Date`, journal. Default `Date.now`. */
  readonly wallTime?: () => number;
}
