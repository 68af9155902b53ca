/** What `run` and `env` have in common. */
export const interceptOptions = {
  allow: {
    type: 'string',
    value: 'HOST:PORT',
    multiple: true,
    about: 'Let this host through to the network, never to a private address; may be given again',
  },
  auth: { type: 'string', choices: ['verify', 'any', 'off'], about: 'How credentials are checked', default: 'any' },
  pace: {
    type: 'string',
    choices: ['real', 'manual', 'instant'],
    about: 'How the clock of the records moves',
    default: 'real',
  },
  fixtures: {
    type: 'string',
    value: 'FILE',
    about: 'Records to start with: {provider: {resource: [records]}}, YAML or JSON',
  },
  seed: { type: 'string', value: 'N', about: 'Seeds generated ids and values', default: '1' },
  port: { type: 'string', value: 'N', about: 'Where the proxy listens; 0 takes a free port', default: '0' },
  'tls-port': {
    type: 'string',
    value: 'N',
    about: 'Where TLS is taken as if this were the host itself, for programs that know of no proxy',
    default: '0',
  },
} as const;
