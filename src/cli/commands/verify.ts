import { TombstoneError } from '../../errors.js';
import { defineCommand } from '../command.js';

export const verify = defineCommand({
  name: 'verify',
  summary: "Walk a provider's rules as a client against any server: a mock, or a staging system",
  takes: '<provider>',
  details: [
    'What is documented is judged; what is only inferred is not. Situations are brought about through the API of the provider,\n' +
      'with records made for it and deleted again; what cannot be reached that way is counted and said. A mock of ours on this\n' +
      'machine is told through its control interface what to hold, in a sandbox of its own, so that every rule is reached.',
    'Credentials come from environment variables, named after the security schemes of the contract: ApiKeyAuth is\n' +
      'TOMBSTONE_VERIFY_API_KEY_AUTH; a scheme AkSk that signs is TOMBSTONE_VERIFY_AK_SK_KEY and TOMBSTONE_VERIFY_AK_SK_SECRET. Where the\n' +
      'provider has projects, TOMBSTONE_VERIFY_PROJECT is the one they are for. On this machine the default is what our mocks start with.',
    'Exit status: 0 everything documented that was reached holds; 1 something documented does not; 2 usage, or nothing was\n' +
      'judged; 3 the target cannot be reached, or broke; 128 and the number of the signal that stopped it (130: Ctrl-C).',
  ],
  examples: [
    'tombstone verify huawei-mpc --target http://127.0.0.1:4010',
    "tombstone verify twelvelabs --target http://127.0.0.1:4011 --base-path / --select '*/deleteTask'",
    'tombstone verify ./my-provider --target https://staging.example.com --yes --json',
  ],
  options: {
    target: { type: 'string', value: 'URL', about: 'The server to verify: scheme, host and port' },
    'base-path': { type: 'string', value: 'PATH', about: 'Where it serves the API', default: "the contract's" },
    select: { type: 'string', value: 'PATTERN', about: 'Only cases whose id fits; * is one part of it, ** any number' },
    wait: { type: 'string', value: 'D', about: 'How long a record may take to reach a state', default: '60s' },
    concurrency: {
      type: 'string',
      value: 'N',
      about: "How many situations are brought about at a time through the provider's API",
      default: '8',
    },
    'as-client': { type: 'boolean', about: "Use only the provider's API, of a mock of ours too" },
    yes: { type: 'boolean', about: 'Make and delete records at a server that is not on this machine' },
    json: { type: 'boolean', about: 'Print the report as JSON' },
  },
  async run([name, ...more], options, terminal) {
    if (name === undefined || more.length > 0) {
      throw new TombstoneError('bad-usage', 'Verify takes one provider: `tombstone verify <provider> --target URL`.');
    }
    if (options.target === undefined) {
      throw new TombstoneError(
        'bad-usage',
        'Which server? Name it with --target, such as --target http://127.0.0.1:4010.',
      );
    }
    const { openVerification } = await import('../openVerification.js');
    const { runVerification } = await import('../runVerification.js');
    return runVerification((stop) => openVerification(name, options.target ?? '', options, stop), options, terminal);
  },
});
