import { defineCommand } from '../command.js';
import { stopSignal } from '../stopSignal.js';
import { readVersion } from '../version.js';
import { wholeNumber } from '../wholeNumber.js';

export const serve = defineCommand({
  name: 'serve',
  summary: 'Serve providers on a port, with the control interface under /_tombstone/',
  takes: '[provider…]',
  details: [
    'A provider is a bundled name or a contract folder; without one, all bundled providers are served.',
    [
      'With --watch, a contract whose files change is read again and put in place between two requests; what that means',
      'for its rules and records is printed. One with errors is not taken: they are printed, and the rules stay.',
    ].join('\n'),
  ],
  examples: [
    'tombstone serve',
    'tombstone serve twelvelabs huawei-mpc --pace manual',
    'tombstone serve ./my-provider --watch',
    'tombstone serve ./my-provider --port 0 --json',
  ],
  options: {
    port: { type: 'string', value: 'N', about: 'Where to listen; 0 takes a free port', default: '4010' },
    host: { type: 'string', value: 'H', about: 'On which name or address', default: '127.0.0.1' },
    token: {
      type: 'string',
      value: 'T',
      about: 'Opens the control interface to others; needed where --host is not loopback',
    },
    pace: {
      type: 'string',
      choices: ['real', 'manual', 'instant'],
      about: 'How the clock of the records moves',
      default: 'real',
    },
    auth: {
      type: 'string',
      choices: ['verify', 'any', 'off'],
      about: 'How credentials are checked',
      default: 'verify',
    },
    fixtures: {
      type: 'string',
      value: 'FILE',
      about: 'Records to start with: {provider: {resource: [records]}}, YAML or JSON',
    },
    seed: { type: 'string', value: 'N', about: 'Seeds generated ids and values', default: '1' },
    watch: { type: 'boolean', about: 'Take over a contract whose files change, and keep the records that fit' },
    quiet: { type: 'boolean', about: 'Print nothing but errors (with --json: only that it listens)' },
    json: {
      type: 'boolean',
      about: 'Print one JSON object per line: listening, each exchange, each changed contract, stopped',
    },
  },
  async run(providers, options, terminal) {
    // Everything heavy is read here and not above: help and complaints come at once.
    const { bundledContracts, loadContract } = await import('../../contract/loadContract.js');
    const { createMock } = await import('../../mock/createMock.js');
    const { listen } = await import('../../server/listen.js');
    const { servePrinter } = await import('../servePrinter.js');

    const { pace = 'real', auth = 'verify', host, token, fixtures: file } = options;
    const port = wholeNumber('port', options.port);
    const seed = wholeNumber('seed', options.seed);
    const names = providers.length === 0 ? bundledContracts() : [...new Set(providers)];
    const watched = options.watch && (await (await import('../watchContracts.js')).watchContracts(names));
    const contracts = watched ? watched.contracts : await Promise.all(names.map(loadContract));
    const compiled = contracts.map((contract) => contract.compiled);
    const fixtures =
      file === undefined ? undefined : (await import('../fixtureFile.js')).readFixtureFile(file, compiled);

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
    await printer.listening({ version: readVersion(), url: listener.url, pace, auth }, mock);
    watched?.follow(mock, printer);
    await stopped;
    watched?.close();
    await listener.close();
    printer.stopped();
    return 0;
  },
});
