/**
 * For vitest: a fixture that gives each test a provider of its own, and matchers that show the exchange and the rule.
 *
 * @example
 * ```ts
 * import { test as base, expect } from 'vitest';
 * import { matchers, providerFixture } from 'tombstone/vitest';
 *
 * expect.extend(matchers);
 * const test = base.extend({ mpc: providerFixture('huawei-mpc') });
 * ```
 *
 * @packageDocumentation
 */
import type {} from 'vitest';
import type { TombstoneMatchers } from './matchers.js';

export { type DescribeConformanceOptions, describeConformance } from './describeConformance.js';
export type { OwnServer } from './joinServer.js';
export { matchers, type TombstoneMatchers } from './matchers.js';
export { type FixtureOptions, type ProviderFixture, providerFixture } from './providerFixture.js';

declare module 'vitest' {
  // biome-ignore lint/suspicious/noExplicitAny: the interface is vitest's, and so are its parameter and default.
  interface Matchers<T = any> extends TombstoneMatchers<T> {}
}
