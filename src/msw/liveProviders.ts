import type { MockedProvider } from './mockedProvider.js';

let made: readonly WeakRef<MockedProvider>[] = [];

/** Remembers a provider for as long as somebody else does. */
export function remember(provider: MockedProvider): void {
  made = [...made.filter((reference) => reference.deref()), new WeakRef(provider)];
}

/** The mocked providers of this process, the newest first: an answer does not say whose it is. */
export function liveProviders(): readonly MockedProvider[] {
  return made.flatMap((reference) => reference.deref() ?? []).reverse();
}
