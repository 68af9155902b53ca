import { TombstoneError } from '../../errors.js';
import { defineCommand } from '../command.js';

export const request = defineCommand({
  name: 'request',
  summary: 'Send one request of an operation to a running mock, and show its answer and the rule that decided',
  takes: '<provider>/<operation> [name=value…]',
  details: [
    'A name is a path, query or header parameter or a property of the body; query.name and so on say which. name:=json\n' +
      'gives JSON, a name given twice a list. A required body starts as the example of the contract, and the project is\n' +
      "filled in. The request is signed with the mock's own credentials.",
    'Exit status: 0 answered, whatever the status; 1 with --fail, from 400 on; 2 nothing answered, or nothing was sent.',
  ],
  examples: [
    'tombstone request huawei-mpc/deleteTranscodingTask task_id=100211',
    'tombstone request naver-nclue/createTask name=mine --print-curl',
    'tombstone request huawei-mpc/deleteTranscodingTask task_id=100211 --credentials TOMBSTONEAK:wrong',
  ],
  options: {
    target: { type: 'string', value: 'URL', about: 'The server to ask', default: 'http://127.0.0.1:4010' },
    credentials: {
      type: 'string',
      value: 'C',
      about: 'accessKey:secret, or a key, or none',
      default: "the mock's own",
    },
    'print-curl': { type: 'boolean', about: 'Print a curl command line, and send nothing' },
    fail: { type: 'boolean', about: 'Exit with 1 where the status is 400 or above' },
    json: { type: 'boolean', about: 'Print request, response and rule as JSON; credentials are left out' },
  },
  async run([address, ...written], options, terminal) {
    if (address === undefined) {
      throw new TombstoneError(
        'bad-usage',
        'Which operation? `tombstone request <provider>/<operation> [name=value…]`.',
      );
    }
    const { loadContract } = await import('../../contract/loadContract.js');
    const { linkContract } = await import('../../engine/link.js');
    const { answerJson, answerText } = await import('../../report/answerText.js');
    const { prepareRequest } = await import('../../request/prepareRequest.js');
    const { defaultTarget } = await import('../../request/tryLines.js');
    const { ruleAddress } = await import('../ruleAddress.js');
    const { sendRequest } = await import('../sendRequest.js');
    const { targetUrl } = await import('../targetUrl.js');
    const { withExplanation } = await import('../withExplanation.js');

    const { contract: name, rest } = ruleAddress(address);
    if (rest.length === 0) {
      throw new TombstoneError(
        'bad-usage',
        `Which operation of ${name}? Write ${name}/<operation>; \`tombstone explain ${name}\` lists them.`,
      );
    }
    const to = targetUrl(options.target ?? defaultTarget);
    const { compiled, validators, functions } = await loadContract(name);
    const contract = linkContract(compiled, validators, functions);
    const prepared = prepareRequest(contract, rest.join('/'), written, to, { ...options, now: Date.now() });
    if (options['print-curl']) {
      terminal.out(prepared.curl);
      if (prepared.expires) terminal.err('tombstone: signed now; a signature is only good for a few minutes.');
      return 0;
    }
    const response = await sendRequest(to, prepared.request);
    const answered = await withExplanation(prepared.answered(response), to, prepared.request);
    terminal.out(options.json ? answerJson(answered) : answerText(answered, terminal.isInteractive, terminal.paint));
    return options.fail && response.status >= 400 ? 1 : 0;
  },
});
