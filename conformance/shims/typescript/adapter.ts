/** A small client and its adapter for the session rung. Node alone: `node adapter.ts` from 22.18 on; before, compiled. */
import { createInterface } from 'node:readline';

type Members = Record<string, unknown>;
type Step = { operation: string; parameters: Members; until?: { pointer: string; in: unknown[]; atMost: number } };
type Run = { type: string; seq: number; provider: string; baseUrl: string; credentials: object; do: Step[] };
type Answer = { status: number; body: string; members: Members };

/** Operation → method, path below the base URL, what its success means. */
const calls: Record<string, [method: string, path: string, success?: string]> = {
  'twelvelabs/getTask': ['GET', '/tasks/{task_id}'],
  'twelvelabs/deleteTask': ['DELETE', '/tasks/{task_id}', 'deleted'],
  'twelvelabs/deleteVideo': ['DELETE', '/indexes/{index-id}/videos/{video-id}', 'deleted'],
  'twelvelabs/deleteIndexedAsset': ['DELETE', '/indexes/{index-id}/indexed-assets/{indexed-asset-id}', 'deleted'],
  'huawei-mpc/deleteTranscodingTask': ['DELETE', '/v1/{project_id}/transcodings/task?task_id={task_id}', 'deleted'],
  'huawei-mpc/cancelTranscodingTask': ['DELETE', '/v1/{project_id}/transcodings?task_id={task_id}'],
};
const absent = { resource_not_exists: 'absent', resource_not_exist: 'absent', 'MPC.10211': 'absent' };
const codes: Record<string, string> = { ...absent, task_cannot_be_deleted: 'refused', 'MPC.10213': 'refused' };

/** Status 0 where no whole answer came. */
async function send(method: string, url: string, headers: Record<string, string>): Promise<Answer> {
  try {
    const answer = await fetch(url, { method, headers, redirect: 'manual' });
    const body = await answer.text();
    return { status: answer.status, body, members: /^\s*\{/.test(body) ? JSON.parse(body) : {} };
  } catch {
    return { status: 0, body: '', members: {} };
  }
}

/** The word for an answer as the provider documents it, `unknown` where it does not; undefined for a plain success. */
function meaning(operation: string, { status, body, members }: Answer, code = ''): string | undefined {
  const [method, , success] = calls[operation] ?? [];
  if (status === 204 && method === 'DELETE') return success;
  if (status === 200 && method === 'GET' && Object.keys(members).length > 0) return undefined;
  if (status < 400) return 'unknown';
  if (status === 429 || status >= 500) return status === 429 ? 'throttled' : 'failed';
  if (Object.hasOwn(codes, code)) return codes[code];
  if (status === 401 || status === 403) return 'denied';
  if (status === 409 && code !== '') return 'refused';
  // A cancel that comes too late fails with the general code; and of one call a 400 without a body is documented.
  if (operation === 'huawei-mpc/cancelTranscodingTask' && code === 'MPC.10212') return 'refused';
  return operation === 'twelvelabs/deleteTask' && status === 400 && body === '' ? 'refused' : 'unknown';
}

async function call(operation: string, { parameters, until }: Step, baseUrl: string, headers: Record<string, string>) {
  const [method = '', path = ''] = calls[operation] ?? [];
  const fill = (_: string, name: string) => (name in parameters ? encodeURIComponent(String(parameters[name])) : '{}');
  const url = baseUrl + path.replace(/\{([^}]+)\}/g, fill).replace(/\?.*\{\}.*/, '');
  const at = (members: unknown, name: string) => Object(members)[name];
  let answer = await send(method, url, headers);
  for (let left = (until?.atMost ?? 1) - 1; left > 0 && until && answer.status === 200; left -= 1) {
    if (until.in.includes(until.pointer.split('/').slice(1).reduce(at, answer.members))) break;
    answer = await send(method, url, headers);
  }
  const code = [answer.members['code'], answer.members['error_code']].find((one) => typeof one === 'string');
  return { outcome: meaning(operation, answer, code), status: answer.status || undefined, code };
}

async function run({ seq, provider, baseUrl, credentials, do: steps }: Run) {
  const [key] = Object.values<Members>({ ...credentials }).filter(({ header }) => header !== undefined);
  const isKnown = steps.every(({ operation }) => `${provider}/${operation}` in calls);
  if (!isKnown || (!key && Object.keys(credentials).length > 0))
    return { type: 'unsupported', seq, reason: 'it has no such call, or it cannot sign requests' };
  const headers = key ? { [String(key['header'])]: String(key['value']) } : {};
  const outcomes = [];
  for (const step of steps) outcomes.push(await call(`${provider}/${step.operation}`, step, baseUrl, headers));
  return { type: 'result', seq, outcomes };
}

const client = { name: 'shim-typescript', language: 'TypeScript' };
for await (const line of createInterface({ input: process.stdin })) {
  const message = JSON.parse(line) as Run;
  if (message.type === 'bye') process.exit();
  if (message.type === 'hello')
    console.log(JSON.stringify({ type: 'hello', protocol: 1, client, capabilities: Object.keys(calls) }));
  if (message.type === 'run') console.log(JSON.stringify(await run(message)));
}
