import { bundledContracts, loadContract } from '../contract/loadContract.js';
import { readVersion } from '../contract/readVersion.js';
import { createMock } from '../mock/createMock.js';
import { listen } from '../server/listen.js';
import type { ServeOptions } from './serveOptions.js';
import { servePrinter } from './servePrinter.js';
import { stopSignal } from './stopSignal.js';
import type { Terminal } from './terminal.js';
import { wholeNumber } from './wholeNumber.js';

/** Serves providers until a signal ends it; gives the exit status. */
export async function serveProviders(
  providers: readonly string[],
  options: ServeOptions,
  terminal: Terminal,
): Promise<number> {
  const { pace = 'real', auth = 'verify', host, token, fixtures: file } = options;
  const port = wholeNumber('port', options.port);
  const seed = wholeNumber('seed', options.seed);
  const names = providers.length === 0 ? bundledContracts() : [...new Set(providers)];
  const watched = options.watch && (await (await import('./watchContracts.js')).watchContracts(names));
  const contracts = watched ? watched.contracts : await Promise.all(names.map(loadContract));
  const compiled = contracts.map((contract) => contract.compiled);
  const fixtures = file === undefined ? undefined : (await import('./fixtureFile.js')).readFixtureFile(file, compiled);

  const mock = createMock(contracts, {
    pace,
    auth,
    ...(fixtures && { fixtures }),
    ...(seed !== undefined && { seed }),
  });
  const printer = servePrinter(terminal, { json: options.json ?? false, quiet: options.quiet ?? false });
  const listener = await listen(mock, {
    onExchange: printer.exchange,
    ...(port !== undefined && { port }),
    ...(host !== undefined && { host }),
    ...(token !== undefined && { token }),
  });
  const stopped = stopSignal();
  // What is watched is linted with every change, and what is bundled was with the build.
  const notLinted = watched ? [] : names.filter((name) => !bundledContracts().includes(name));
  await printer.listening({ version: readVersion(), url: listener.url, pace, auth, notLinted }, mock);
  watched?.follow(mock, printer);
  await stopped;
  watched?.close();
  await listener.close();
  printer.stopped();
  return 0;
}
