import type { Exchange, Mock } from '../mock/mock.js';
import type { ReplacedContract } from '../mock/replace/replacedContract.js';
import { exchangeLine } from '../report/exchangeText.js';
import { type RefusedContract, refusedText, replacedText } from '../report/replacedText.js';
import { type Started, startScreen } from '../report/startScreen.js';
import type { Terminal } from './terminal.js';

/** Prints what happens to a server: for people, or (`json`) one JSON object per line. */
export interface ServePrinter {
  readonly listening: (started: Omit<Started, 'providers' | 'lines'>, mock: Mock) => Promise<void> | void;
  readonly exchange: (exchange: Exchange) => void;
  readonly watching: (folders: readonly string[]) => void;
  /** Another version of a contract is in force. */
  readonly replaced: (report: ReplacedContract) => void;
  /** One cannot be, and the version before stays in force. */
  readonly refused: (refusal: RefusedContract) => void;
  readonly stopped: () => void;
}

export function servePrinter(
  terminal: Terminal,
  { json, quiet }: { readonly json: boolean; readonly quiet: boolean },
): ServePrinter {
  const event = (name: string, facts: object) => terminal.out(JSON.stringify({ event: name, ...facts }));
  if (json) {
    return {
      listening({ version, url, pace, auth, notLinted }, mock) {
        const providers = mock.providers().map(({ id, title, basePath, credentials }) => ({
          id,
          title,
          baseUrl: url + basePath,
          credentials,
        }));
        const facts = { format: 1, version, url, control: `${url}/_tombstone`, pace, auth, providers };
        event('listening', notLinted.length === 0 ? facts : { ...facts, notLinted });
      },
      exchange: (exchange) => quiet || event('exchange', exchange),
      watching() {},
      replaced: (report) => quiet || event('contract-replaced', report),
      refused: (refusal) => quiet || event('contract-refused', refusal),
      stopped: () => quiet || event('stopped', {}),
    };
  }
  const refused = (refusal: RefusedContract, write: (text: string) => void) =>
    write(refusedText(refusal, new Date(), terminal.paint));
  if (quiet) {
    return {
      listening() {},
      exchange() {},
      watching() {},
      replaced() {},
      refused: (refusal) => refused(refusal, terminal.err),
      stopped() {},
    };
  }
  return {
    async listening(started, mock) {
      // Read when the server listens already: the first request need not wait for it.
      const { tryLines } = await import('../request/tryLines.js');
      const lines = tryLines(mock.contracts, started.url, (provider, resource) => mock.records.all(provider, resource));
      terminal.out(`${startScreen({ ...started, providers: mock.providers(), lines }, terminal.paint)}\n`);
    },
    exchange: (exchange) => terminal.out(exchangeLine(exchange, terminal.paint)),
    watching: (folders) => terminal.out(`Watching ${folders.join(', ')}: a changed contract is taken over.\n`),
    replaced: (report) => terminal.out(replacedText(report, new Date(), terminal.paint)),
    refused: (refusal) => refused(refusal, terminal.out),
    stopped: () => terminal.out('Stopped.'),
  };
}
