import { createHmac } from 'node:crypto';

/** An access key of NAVER Cloud and its secret. */
export interface Keys {
  readonly accessKey: string;
  readonly secret: string;
}

/** Deletes a task of NCLUE. `in-use` names nothing else: something that uses it is not done yet. */
export async function deleteTask(keys: Keys, task: string): Promise<'deleted' | 'running' | 'in-use' | 'absent'> {
  const path = `/api/v1/tasks/${task}`;
  const response = await fetch(`https://nclue.apigw.ntruss.com${path}`, {
    method: 'DELETE',
    headers: signed(keys, 'DELETE', path),
  });
  if (response.ok) return 'deleted';
  if (response.status === 404) return 'absent';
  const { error } = (await response.json()) as {
    readonly error: { readonly errorCode: string; readonly message: string };
  };
  if (response.status !== 409) throw new Error(`The task may exist or not: ${response.status} ${error.message}`);
  return error.message === 'TASK_IN_USE' ? 'in-use' : 'running';
}

/** API Gateway signature v2: method, path, time and key; the body is not signed. */
function signed({ accessKey, secret }: Keys, method: string, path: string): Record<string, string> {
  const timestamp = String(Date.now());
  const text = `${method} ${path}\n${timestamp}\n${accessKey}`;
  return {
    'x-ncp-apigw-timestamp': timestamp,
    'x-ncp-iam-access-key': accessKey,
    'x-ncp-apigw-signature-v2': createHmac('sha256', secret).update(text).digest('base64'),
  };
}
