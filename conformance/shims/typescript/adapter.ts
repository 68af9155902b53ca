/** The adapter of the small client in client.ts for the session rung. `node adapter.ts` from 22.18 on; before, compiled. */
import { createInterface } from 'node:readline';
import { call, calls, type Members } from './client.ts';

type Until = { pointer: string; in: unknown[]; atMost: number };
type Step = { operation: string; parameters: Members; until?: Until };
type Credentials = Record<string, { header?: string; value?: string }>;
type Run = { type: string; seq: number; provider: string; baseUrl: string; credentials: Credentials; do: Step[] };

const hello = {
  type: 'hello',
  protocol: 1,
  client: { name: 'shim-typescript', language: 'TypeScript' },
  capabilities: Object.keys(calls),
};

/** The answer to a case: an outcome for each step, in order, or why the client cannot be asked for it. */
async function run({ seq, provider, baseUrl, credentials, do: steps }: Run) {
  const given = Object.values(credentials);
  const { header, value = '' } = given.find((one) => one.header !== undefined) ?? {};
  if (given.length > 0 && header === undefined) return { type: 'unsupported', seq, reason: 'it cannot sign requests' };
  const outcomes = [];
  for (const step of steps) {
    const operation = `${provider}/${step.operation}`;
    if (!Object.hasOwn(calls, operation)) return { type: 'unsupported', seq, reason: `it has no call ${operation}` };
    outcomes.push(await take(operation, step, baseUrl, header === undefined ? {} : { [header]: value }));
  }
  return { type: 'result', seq, outcomes };
}

/** What the client tells of one step; of the last call where the step is `until` the answer has a value. */
async function take(operation: string, { parameters, until }: Step, baseUrl: string, headers: Record<string, string>) {
  for (let left = until?.atMost ?? 1; ; left -= 1) {
    const { members, ...told } = await call(operation, parameters, baseUrl, headers);
    if (left <= 1 || told.status !== 200 || until?.in.includes(at(until.pointer, members))) return told;
  }
}

function at(pointer: string, members: Members): unknown {
  const names = pointer.split('/').slice(1);
  return names.reduce((value: unknown, name) => Object(value)[name], members);
}

function say(message: object): void {
  console.log(JSON.stringify(message));
}

for await (const line of createInterface({ input: process.stdin })) {
  const message = JSON.parse(line) as Run;
  if (message.type === 'bye') process.exit();
  if (message.type === 'hello') say(hello);
  if (message.type === 'run') say(await run(message));
}
