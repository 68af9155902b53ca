import { defineCommand } from '../command.js';
import { serveOptions } from '../serveOptions.js';

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
  options: serveOptions,
  async run(providers, options, terminal) {
    // Everything heavy is read here and not above: help and complaints come at once.
    const { serveProviders } = await import('../serveProviders.js');
    return serveProviders(providers, options, terminal);
  },
});
