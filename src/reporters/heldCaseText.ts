import type { RunMessage, Step } from '../conformance/index.js';
import type { Paint } from '../report/paint.js';
import { shellWord } from '../request/shellWord.js';

/** What a person needs to make the calls of a case by hand: the environment, the calls, and how to go on. */
export function heldCaseText({ case: id, baseUrl, credentials, do: steps }: RunMessage, paint: Paint): string {
  return [
    paint.bold(id),
    '',
    `export TOMBSTONE_BASE_URL=${shellWord(baseUrl)}`,
    `export TOMBSTONE_CREDENTIALS=${shellWord(JSON.stringify(credentials))}`,
    '',
    ...steps.map((step, index) => `${index + 1}. ${callText(step)}`),
    '',
    'The mock stays open for this case alone. Press Enter when the client is done.',
  ].join('\n');
}

function callText({ operation, parameters, body, until }: Step): string {
  const values = Object.entries(parameters).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
  const waiting = until ? [`until ${until.pointer} is ${until.in.join(' or ')}`] : [];
  return [operation, ...values, ...(body === undefined ? [] : [`body ${JSON.stringify(body)}`]), ...waiting].join(' ');
}
