import type { Exchange, Mock } from '../mock/mock.js';
import { exchangeLine } from '../report/exchangeText.js';
import { type Started, startScreen } from '../report/startScreen.js';
import type { Terminal } from './terminal.js';

/** Prints what happens to a server: for people, or (`json`) one JSON object per line. */
export interface ServePrinter {
  readonly listening: (started: Omit<Started, 'providers' | 'lines'>, mock: Mock) => Promise<void> | void;
  readonly exchange: (exchange: Exchange) => void;
  readonly stopped: () => void;
}

export function servePrinter(
  terminal: Terminal,
  { json, quiet }: { readonly json: boolean; readonly quiet: boolean },
): ServePrinter {
  const event = (name: string, facts: object) => terminal.out(JSON.stringify({ event: name, ...facts }));
  if (json) {
    return {
      listening({ version, url, pace, auth }, mock) {
        const providers = mock.providers().map(({ id, title, basePath, credentials }) => ({
          id,
          title,
          baseUrl: url + basePath,
          credentials,
        }));
        event('listening', { format: 1, version, url, control: `${url}/_tombstone`, pace, auth, providers });
      },
      exchange: (exchange) => quiet || event('exchange', exchange),
      stopped: () => quiet || event('stopped', {}),
    };
  }
  if (quiet) return { listening() {}, exchange() {}, stopped() {} };
  return {
    async listening(started, mock) {
      // Read when the server listens already: the first request need not wait for it.
      const { tryLines } = await import('../request/tryLines.js');
      const lines = tryLines(mock.contracts, started.url, (provider, resource) => mock.records.all(provider, resource));
      terminal.out(`${startScreen({ ...started, providers: mock.providers(), lines }, terminal.paint)}\n`);
    },
    exchange: (exchange) => terminal.out(exchangeLine(exchange, terminal.paint)),
    stopped: () => terminal.out('Stopped.'),
  };
}
