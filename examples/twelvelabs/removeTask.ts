const api = 'https://api.twelvelabs.io/v1.3';

/** Deletes a task, and before it the video made of it: as long as that exists, the service keeps the task. */
export async function removeTask(key: string, id: string): Promise<'deleted' | 'refused' | 'absent'> {
  const call = (method: string, path: string) => fetch(api + path, { method, headers: { 'x-api-key': key } });

  const found = await call('GET', `/tasks/${id}`);
  if (found.status === 404) return 'absent';
  if (!found.ok) throw new Error(`The task cannot be looked at: ${found.status}`);
  const { index_id: index, video_id: video, status } = (await found.json()) as Record<string, string>;
  if (status === 'ready' && video) await call('DELETE', `/indexes/${index}/videos/${video}`);

  const { status: answer } = await call('DELETE', `/tasks/${id}`);
  if (answer === 204) return 'deleted'; // and no body: there is nothing to parse
  if (answer === 400) return 'refused';
  if (answer === 404) return 'absent';
  throw new Error(`The task may exist or not: ${answer}`);
}
