import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const page = '<!doctype html><title>Tasks</title><body></body><script type="module" src="/page.js"></script>';
const worker = fileURLToPath(import.meta.resolve('msw/mockServiceWorker.js'));

/** Serves the page with all it is made of, on a free port: a worker needs no more than http on this machine. */
export async function servePage() {
  const bundle = await rolldown({ input: fileURLToPath(new URL('page.ts', import.meta.url)), platform: 'browser' });
  const { output } = await bundle.generate({ format: 'esm' });
  await bundle.close();
  const files = new Map(output.map((file) => [`/${file.fileName}`, ['text/javascript', file.code]]));
  files.set('/', ['text/html', page]);
  files.set('/mockServiceWorker.js', ['text/javascript', await readFile(worker, 'utf8')]);

  const server = createServer(({ url }, response) => {
    const [type, text] = files.get(url) ?? ['text/plain', 'There is no such file.'];
    response.writeHead(files.has(url) ? 200 : 404, { 'content-type': type }).end(text);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}
