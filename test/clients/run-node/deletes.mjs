/** What is deleted, at the addresses of the real services; then something no contract names. */
const deletes = {
  'https://api.twelvelabs.io/v1.3/tasks/6298d673f1090f1100476d4c': { 'x-api-key': 'any' },
  'https://mpc.cn-north-4.myhuaweicloud.com/v1/0a1b2c3d4e5f60718293a4b5c6d7e8f9/transcodings/task?task_id=100211': {
    'X-Auth-Token': 'any',
  },
  'https://nclue.apigw.ntruss.com/api/v1/tasks/9e6fecc9-0079-4c5e-a0c6-f387e6221afa': {
    'X-NCP-APIGW-TIMESTAMP': '1',
    'X-NCP-IAM-ACCESS-KEY': 'any',
    'X-NCP-APIGW-SIGNATURE-V2': 'any',
  },
};

/** @param send takes method, URL and headers, and gives the status */
export async function deleteAll(send) {
  for (const [url, headers] of Object.entries(deletes)) {
    const status = await send('DELETE', url, headers);
    if (status >= 300) throw new Error(`${url}: ${status}`);
  }
  const status = await send('GET', 'https://example.com/', {}).catch(() => 'refused');
  if (status !== 'refused') throw new Error(`nothing refused it: ${status}`);
}
