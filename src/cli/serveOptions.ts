import type { Options, OptionValues } from './command.js';

/** What `tombstone serve` takes. */
export const serveOptions = {
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
} as const satisfies Options;

export type ServeOptions = OptionValues<typeof serveOptions>;
