import { startServer } from 'tombstone';

// A server needs no msw, and so no setting of Jest's but `transform: {}`.
test('a task of NCLUE is refused without a signature', async () => {
  const server = await startServer({ providers: ['naver-nclue'], port: 0 });
  const task = `${server.url}/api/v1/tasks/9e6fecc9-0079-4c5e-a0c6-f387e6221afa`;
  const { status } = await fetch(task, { method: 'DELETE' });
  await server.close();
  expect(status).toBe(401);
});
