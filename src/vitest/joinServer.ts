import type { SetupServer } from 'msw/node';
import type { MockedProvider } from '../msw/mockedProvider.js';
import { missing } from '../msw/peers.js';

/** What a project's own `setupServer` or `setupWorker` has that a fixture needs. */
export interface OwnServer {
  use(...handlers: MockedProvider['handlers']): void;
  resetHandlers(): void;
}

/** How many providers of fixtures each server answers for; it is left when the last of them has ended. */
const joined = new Map<OwnServer, number>();

/** Of two servers that listen, msw asks only the later one; so all fixtures share one. */
let shared: OwnServer | undefined;

/** Lets the provider answer in this process, and gives what ends it. */
export async function joinServer(mocked: MockedProvider, own: OwnServer | undefined): Promise<() => void> {
  const server = own ?? (await sharedServer());
  server.use(...mocked.handlers);
  joined.set(server, (joined.get(server) ?? 0) + 1);
  return () => leave(server);
}

/** Other tests of the file may still be running: their handlers cannot be taken out apart from this one's. */
function leave(server: OwnServer): void {
  const left = (joined.get(server) ?? 1) - 1;
  joined.set(server, left);
  if (left === 0) server.resetHandlers();
}

async function sharedServer(): Promise<OwnServer> {
  const { setupServer } = await import('msw/node').catch((cause: unknown) => missing('msw', cause));
  shared ??= listeningWhileUsed(setupServer());
  return shared;
}

function listeningWhileUsed(server: SetupServer): OwnServer {
  let listens = false;
  return {
    use(...handlers) {
      if (!listens) server.listen({ onUnhandledRequest: 'bypass' });
      listens = true;
      syncNamedImports();
      server.use(...handlers);
    },
    resetHandlers() {
      server.resetHandlers();
      server.close();
      listens = false;
      syncNamedImports();
    },
  };
}

/** msw replaces `http.request`; what a client imported from `node:http` by name would still reach the network. */
function syncNamedImports(): void {
  process.getBuiltinModule('node:module').syncBuiltinESMExports();
}
