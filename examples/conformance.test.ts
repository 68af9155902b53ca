import { defineAdapter } from 'tombstone/conformance';
import { describeConformance } from 'tombstone/vitest';

/** The client that is to be judged: it deletes a transcoding record, and says what became of it. */
async function deleteTask(
  baseUrl: string,
  project: string,
  task: string,
  token: string,
  fetch: typeof globalThis.fetch,
) {
  const response = await fetch(`${baseUrl}/v1/${project}/transcodings/task?task_id=${task}`, {
    method: 'DELETE',
    headers: { 'x-auth-token': token },
  });
  if (response.status === 204) return { deleted: true };
  const { error_code } = (await response.json().catch(() => ({}))) as { error_code?: string };
  return { deleted: false, status: response.status, code: error_code };
}

const adapter = defineAdapter({
  name: 'my-client',
  capabilities: ['huawei-mpc/deleteTranscodingTask'],
  async run({ parameters }, { baseUrl, fetch, credentials }) {
    const { Token: token } = credentials;
    const key = token && 'value' in token ? token.value : '';
    try {
      const { project_id, task_id } = parameters;
      const told = await deleteTask(baseUrl, String(project_id), String(task_id), key, fetch);
      if (told.deleted) return { outcome: 'deleted' };
      const { status = 0, code } = told;
      const shown = { status, ...(code === undefined ? {} : { code }) };
      if (code === 'MPC.10213') return { outcome: 'refused', ...shown };
      if (code === 'MPC.10211' || code === 'MPC.10212') return { outcome: 'absent', ...shown };
      if (status === 401 || status === 403) return { outcome: 'denied', ...shown };
      if (status === 429) return { outcome: 'throttled', ...shown };
      return { outcome: status >= 500 ? 'failed' : 'unknown', ...shown };
    } catch {
      return { outcome: 'unknown' }; // no answer came: nobody knows
    }
  },
});

await describeConformance(adapter, { providers: ['huawei-mpc'], select: ['huawei-mpc/deleteTranscodingTask'] });
