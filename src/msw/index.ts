/**
 * Providers inside the test process, answered by msw. Needs `msw` (2.15 or newer) and `@mswjs/data` in the project.
 *
 * @example
 * ```ts
 * import { setupServer } from 'msw/node';
 * import { mockProvider } from 'tombstone/msw';
 *
 * const mpc = await mockProvider('huawei-mpc');
 * const server = setupServer(...mpc.handlers);
 * ```
 *
 * @packageDocumentation
 */
export type { ProviderModels, ProviderOperations } from '../../mocks/models.js';
export type { Condition, Data, DataModel, ListQuery, Query, Where } from './dataTypes.js';
export type { AnswerLike } from './explain.js';
export type {
  Database,
  Fixtures,
  MockedProvider,
  OperationName,
  ProviderName,
  ProviderOptions,
} from './mockedProvider.js';
export { mockProvider } from './mockProvider.js';
export type { Unanswered, UnknownRequest } from './resolver.js';
