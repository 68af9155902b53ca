/** A small client of two providers, as its author has it. Node alone. */

export type Members = Record<string, unknown>;
type Answer = { status: number; body: string; members: Members };

/** Operation → method, path below the base URL, what its success means. */
export const calls: Record<string, [method: string, path: string, success?: string]> = {
  'twelvelabs/getTask': ['GET', '/tasks/{task_id}'],
  'twelvelabs/deleteTask': ['DELETE', '/tasks/{task_id}', 'deleted'],
  'twelvelabs/deleteVideo': ['DELETE', '/indexes/{index-id}/videos/{video-id}', 'deleted'],
  'twelvelabs/deleteIndexedAsset': ['DELETE', '/indexes/{index-id}/indexed-assets/{indexed-asset-id}', 'deleted'],
  'huawei-mpc/deleteTranscodingTask': ['DELETE', '/v1/{project_id}/transcodings/task?task_id={task_id}', 'deleted'],
  'huawei-mpc/cancelTranscodingTask': ['DELETE', '/v1/{project_id}/transcodings?task_id={task_id}'],
};
const codes: Record<string, string> = {
  task_cannot_be_deleted: 'refused',
  'MPC.10213': 'refused',
  resource_not_exists: 'absent',
  resource_not_exist: 'absent',
  'MPC.10211': 'absent',
};

/** Makes one call, and says what came of it, with the status, the code, and the members of the answer's JSON. */
export async function call(operation: string, parameters: Members, baseUrl: string, headers: Record<string, string>) {
  const [method = '', path = ''] = calls[operation] ?? [];
  const fill = (_: string, name: string) => (name in parameters ? encodeURIComponent(String(parameters[name])) : '{}');
  const filled = path.replace(/\{([^}]+)\}/g, fill).replace(/\?.*\{\}.*/, ''); // what is not given is not sent
  let answer: Answer;
  try {
    answer = await send(method, baseUrl + filled, headers);
  } catch {
    return { outcome: 'unknown', members: {} }; // half an answer is none
  }
  const { status, members } = answer;
  const code = [members['code'], members['error_code']].find((one) => typeof one === 'string');
  return { outcome: meaning(operation, answer, code), status, code, members };
}

async function send(method: string, url: string, headers: Record<string, string>): Promise<Answer> {
  const answer = await fetch(url, { method, headers, redirect: 'manual' });
  const body = await answer.text();
  return { status: answer.status, body, members: membersOf(body) };
}

function membersOf(body: string): Members {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

/** The word for an answer as the provider documents it, `unknown` where it does not; undefined for a plain success. */
function meaning(operation: string, { status, body, members }: Answer, code = ''): string | undefined {
  const [method, , success] = calls[operation] ?? [];
  if (status === 204 && method === 'DELETE') return success;
  if (status === 200 && method === 'GET' && Object.keys(members).length > 0) return undefined;
  if (status < 400) return 'unknown';
  if (status === 429) return 'throttled';
  if (status >= 500) return 'failed';
  if (Object.hasOwn(codes, code)) return codes[code];
  if (status === 401 || status === 403) return 'denied';
  if (status === 409 && code !== '') return 'refused';
  // A cancel that comes too late fails with the general code; and of one call a 400 without a body is documented.
  if (operation === 'huawei-mpc/cancelTranscodingTask' && code === 'MPC.10212') return 'refused';
  return operation === 'twelvelabs/deleteTask' && status === 400 && body === '' ? 'refused' : 'unknown';
}
