/**
 * Tombstone: stateful mocks of providers' "delete task" APIs.
 *
 * @example A mock in this process, without a port
 * ```ts
 * import { createMock, loadContract } from 'tombstone';
 *
 * const mock = createMock([await loadContract('twelvelabs')]);
 * const response = await mock.fetch('http://mock/v1.3/tasks/6298d673f1090f1100476d4c', {
 *   method: 'DELETE',
 *   headers: { 'x-api-key': 'tlk_tombstone' },
 * });
 * response.status; // 204
 * ```
 *
 * @example A mock on a free port
 * ```ts
 * import { startServer } from 'tombstone';
 *
 * await using server = await startServer({ providers: ['huawei-mpc'], port: 0 });
 * server.url; // http://127.0.0.1:…
 * server.mock.records.get({ provider: 'huawei-mpc', resource: 'transcodingTask', key: 100211 });
 * ```
 *
 * @packageDocumentation
 */
export { ContractError, type Issue } from './contract/issue.js';
export { bundledContracts, loadContract } from './contract/loadContract.js';
export type {
  Authenticator,
  BodyFunction,
  FilterFunction,
  FunctionContext,
  GuardFunction,
  InputView,
  NamedFunctions,
  ValueFunction,
  Verdict,
  WireRequest,
} from './engine/functions.js';
export type { LoadedContract } from './engine/loadedContract.js';
export { type ErrorCode, TombstoneError } from './errors.js';
export type { CompiledContract, RecordSet } from './language/compiledContract.js';
export type { Basis, Facets, Lifecycle, Place } from './language/lifecycle.js';
export { createMock } from './mock/createMock.js';
export type { Fault, FaultSetting, RetryAfter, StandingFault } from './mock/faults/fault.js';
export type {
  AuthMode,
  Exchange,
  Mock,
  MockOptions,
  Pace,
  PlainRequest,
  PlainResponse,
  ProviderDescription,
  RecordAddress,
  RecordFields,
  SandboxOptions,
  Snapshot,
  StoreFactory,
  SwitchSetting,
  Transport,
} from './mock/mock.js';
export type {
  ChangedSetting,
  Changes,
  ContractChanges,
  DroppedRecord,
  ReplacedContract,
} from './mock/replace/replacedContract.js';
export { listen } from './server/listen.js';
export type { Listener, ListenOptions, Timeouts } from './server/listenOptions.js';
export { type StartOptions, startServer } from './server/startServer.js';
