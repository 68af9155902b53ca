/** The least that answers: what every server written for node has to wait for. */
import { createServer } from 'node:http';

const server = createServer((_request, response) => {
  response.end('{}');
});
server.listen(0, '127.0.0.1', () => {
  console.log(JSON.stringify({ url: `http://127.0.0.1:${(server.address() as { port: number }).port}` }));
});
