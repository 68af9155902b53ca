import type { HttpHandler } from 'msw';
import type { ProviderModels, ProviderOperations } from '../../mocks/models.js';
import type { Fault, FaultSetting } from '../mock/faults/fault.js';
import type { Exchange, Mock, MockOptions, RecordFields } from '../mock/mock.js';
import type { DataModel } from './dataTypes.js';
import type { AnswerLike } from './explain.js';
import type { Unanswered, UnknownRequest } from './resolver.js';

/** The providers whose contracts come with this package. */
export type ProviderName = keyof ProviderModels;

/** A provider's records, one model for each of its resources. */
export type Database<Provider extends string> = Provider extends ProviderName
  ? { readonly [Name in keyof ProviderModels[Provider]]: DataModel<ProviderModels[Provider][Name]> }
  : Readonly<Record<string, DataModel<Record<string, unknown>>>>;

/** The names faults can be laid over: an operation of the provider, or `*` for all. */
export type OperationName<Provider extends string> = Provider extends ProviderName
  ? ProviderOperations[Provider] | `${Provider}/${ProviderOperations[Provider]}` | '*'
  : string;

/** The records to start with, by resource; replaces the provider's own. */
export type Fixtures<Provider extends string> = Provider extends ProviderName
  ? {
      readonly [Name in keyof ProviderModels[Provider]]?: readonly (Partial<ProviderModels[Provider][Name]> &
        RecordFields)[];
    }
  : Readonly<Record<string, readonly RecordFields[]>>;

/** What `mockProvider` is told. */
export interface ProviderOptions<Provider extends string = string>
  extends Pick<MockOptions, 'pace' | 'start' | 'auth' | 'seed' | 'ruleHeader' | 'journalSize' | 'bodyLimit'> {
  /** The records it starts with. Default: the provider's own; `{}` for none. */
  readonly fixtures?: Fixtures<Provider>;
  /** The switches that are not to have their default. */
  readonly switches?: Readonly<Record<string, string>>;
  /** Base URLs the client uses besides the provider's real hosts: `http://localhost:4010`. */
  readonly baseUrl?: string | readonly string[];
  /**
   * What becomes of a request to the provider's hosts that is none of its operations. `fail`: it is rejected with an
   * explanation. `answer`: it is refused as the provider would. Default `fail`.
   */
  readonly unknownRequest?: UnknownRequest;
}

/** A provider inside the test process: what answers, and everything to set it up and look at it with. */
export interface MockedProvider<Provider extends string = string> {
  /** The id of its contract. */
  readonly provider: string;
  /**
   * For `setupServer(...handlers)` or `setupWorker(...handlers)`: one handler for all of the provider's URLs. Given to a
   * server together with those of another sandbox at the same URLs, they throw TombstoneError `handlers-twice`.
   */
  readonly handlers: readonly HttpHandler[];
  /** Its records. @throws TombstoneError `unknown-resource` where a model is used that it does not have */
  readonly db: Database<Provider>;
  readonly clock: Mock['clock'];
  readonly journal: Mock['journal'];
  readonly records: Mock['records'];
  readonly faults: Omit<Mock['faults'], 'add' | 'once'> & {
    /** Lays a fault over calls and returns its id; see `Mock.faults`. @throws TombstoneError `bad-fault` */
    add(setting: Omit<FaultSetting, 'operation'> & { readonly operation: OperationName<Provider> }): string;
    /** Strikes the next call of the operation. */
    once(operation: OperationName<Provider>, fault: Fault): string;
  };
  readonly switches: {
    get(): Readonly<Record<string, string>>;
    /** @throws TombstoneError `unknown-switch` */
    set(values: Readonly<Record<string, string>>): void;
  };
  /** The requests to its hosts that no operation answered, since the last `reset`. */
  readonly unanswered: readonly Unanswered[];
  /** Back to the records, clock, journal and switches it started with; no faults. */
  reset(): void;
  /**
   * The exchange with that answer and the rule that decided it, in words; the last exchange where none is given.
   *
   * @throws TombstoneError `unknown-exchange`
   */
  explain(answer?: AnswerLike | Exchange): string;
  /** The exchange with that answer; the last one where none is given. */
  exchange(answer?: AnswerLike | Exchange): Exchange | undefined;
  /** The exchange in which the client deleted that record, itself or by what follows; undefined where none did. */
  deletedBy(resource: string, key: string | number): Exchange | undefined;
  /** The sandbox behind it. */
  readonly mock: Mock;
}
