/** What became of a task, as far as the service said. */
export type Outcome = 'deleted' | 'refused' | 'denied' | 'absent';

/** Deletes a processing task of ModelArts. */
export async function deleteTask(endpoint: string, token: string, task: string): Promise<Outcome> {
  const response = await fetch(`${endpoint}/processor-tasks/${task}`, {
    method: 'DELETE',
    headers: { 'x-auth-token': token },
  });
  const body = (await response.json()) as { readonly error_code?: string }; // an empty object where it worked
  if (response.ok) return 'deleted';
  // The status says "forbidden" of a task that is being initialized too; only the code tells.
  if (body.error_code === 'ModelArts.4850') return 'refused';
  if (response.status === 401 || response.status === 403) return 'denied';
  if (body.error_code === 'ModelArts.4700') return 'absent';
  throw new Error(`The task may exist or not: ${response.status} ${body.error_code}`);
}
