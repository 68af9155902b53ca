import type { MockedProvider } from '../msw/mockedProvider.js';

/** What a matcher says. */
export interface Verdict {
  readonly pass: boolean;
  readonly message: () => string;
}

/** A mocked provider, told from what is not one. @throws TypeError, with what to write instead */
export function mockedProviderOf(received: unknown, matcher: string): MockedProvider {
  if (typeof received === 'object' && received !== null && 'deletedBy' in received && 'journal' in received)
    return received as MockedProvider;
  throw new TypeError(
    `${matcher} is asked of a mocked provider: expect(provider).${matcher}(…), with what mockProvider gave.`,
  );
}

/** Paragraphs of a message; those that are missing are left out. */
export function paragraphs(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join('\n\n');
}
