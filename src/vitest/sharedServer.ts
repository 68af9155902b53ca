import type { SetupServer } from 'msw/node';
import type { MockedProvider } from '../msw/mockedProvider.js';
import { missing } from '../msw/peers.js';

let server: SetupServer | undefined;
let joined: readonly MockedProvider[] = [];

/**
 * Lets the provider answer in this process, and gives what ends it. There is one server for all fixtures: of two, msw
 * asks only the one that listened last.
 */
export async function joinSharedServer(mocked: MockedProvider): Promise<() => void> {
  const { setupServer } = await import('msw/node').catch((cause: unknown) => missing('msw', cause));
  server ??= setupServer();
  if (joined.length === 0) server.listen({ onUnhandledRequest: 'bypass' });
  joined = [...joined, mocked];
  answerFor(server);
  return () => leave(mocked);
}

function leave(mocked: MockedProvider): void {
  joined = joined.filter((each) => each !== mocked);
  if (!server) return;
  answerFor(server);
  if (joined.length === 0) server.close();
}

function answerFor(shared: SetupServer): void {
  shared.resetHandlers(...joined.flatMap(({ handlers }) => handlers));
}
