import type { AsyncLocalStorage } from 'node:async_hooks';
import { aroundEach } from 'vitest';
import type { MockedProvider } from '../msw/mockedProvider.js';

/** The providers that the fixtures of one test made, by name. */
export type TestScope = Map<string, MockedProvider>;

// Asked of the process and not imported: in a browser there is none, and a test file there runs its tests one by one.
const storage: AsyncLocalStorage<TestScope> | undefined = createStorage();

function createStorage(): AsyncLocalStorage<TestScope> | undefined {
  const hooks = globalThis.process?.getBuiltinModule?.('node:async_hooks');
  return hooks && new hooks.AsyncLocalStorage();
}

/** Lets every test of the file or block that is being read know its own providers, its hooks included. */
export function scopeTests(): void {
  if (storage) aroundEach((runTest) => storage.run(new Map(), runTest));
}

/** The scope of the test whose code is running; undefined where that cannot be told. */
export function currentScope(): TestScope | undefined {
  return storage?.getStore();
}
