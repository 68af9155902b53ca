import { TombstoneError } from '../../errors.js';
import { defineCommand } from '../command.js';

export const explain = defineCommand({
  name: 'explain',
  summary: 'Show a rule, an operation, a provider or an exchange of a running server in words',
  takes: '<provider>[/<operation>[/<rule>]] | <exchange>',
  details: ['A rule is named as x-tombstone-rule names it; an exchange is a number of the journal of --target.'],
  examples: [
    'tombstone explain huawei-mpc/deleteTranscodingTask/not-final',
    'tombstone explain huawei-mpc/deleteTranscodingTask',
    'tombstone explain 3 --target http://127.0.0.1:4010',
  ],
  options: {
    target: {
      type: 'string',
      value: 'URL',
      about: 'The server whose journal has the exchange',
      default: 'http://127.0.0.1:4010',
    },
    token: { type: 'string', value: 'T', about: 'Its token, where it has one' },
    json: { type: 'boolean', about: 'Print it as JSON' },
  },
  async run([address, ...more], { target, token, json }, terminal) {
    if (address === undefined || more.length > 0) {
      throw new TombstoneError(
        'bad-usage',
        'Explain takes one name, such as <provider>/<operation>/<rule>, or the number of one exchange.',
      );
    }
    const { explainAddress, explainExchange } = await import('../explainAddress.js');
    const { text, data } = /^\d+$/.test(address)
      ? await explainExchange(Number(address), target, token, terminal.paint)
      : await explainAddress(address, terminal.paint);
    terminal.out(json ? JSON.stringify({ format: 1, ...data }) : text);
    return 0;
  },
});
