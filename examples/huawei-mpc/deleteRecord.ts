/** Where the records are, and the token of an IAM user. */
export interface Account {
  readonly region: string;
  readonly project: string;
  readonly token: string;
}

/** Deletes the record of a transcoding task; one that is still queued is canceled first. */
export async function deleteRecord(account: Account, task: number): Promise<'deleted' | 'refused' | 'absent'> {
  // One path segment lies between canceling a task and deleting its record.
  const transcodings = `https://mpc.${account.region}.myhuaweicloud.com/v1/${account.project}/transcodings`;
  const remove = (path: string) =>
    fetch(`${path}?task_id=${task}`, { method: 'DELETE', headers: { 'x-auth-token': account.token } });

  let response = await remove(`${transcodings}/task`);
  if ((await codeOf(response)) === 'MPC.10213' && (await remove(transcodings)).ok)
    response = await remove(`${transcodings}/task`);
  if (response.status === 204) return 'deleted';
  const code = await codeOf(response);
  if (code === 'MPC.10213') return 'refused'; // it is not in a final state
  if (code === 'MPC.10211' || code === 'MPC.10212') return 'absent';
  throw new Error(`The record may exist or not: ${response.status} ${code}`);
}

async function codeOf(response: Response): Promise<string | undefined> {
  if (response.ok) return undefined;
  const body = (await response.clone().json()) as { readonly error_code?: string };
  return body.error_code;
}
