// `node absolute.mjs URL`: asks the proxy for a URL in absolute form, as some clients do for https, too.
import { request } from 'node:http';

const [url] = process.argv.slice(2);
const proxy = new URL(process.env.HTTPS_PROXY);
const headers = { host: new URL(url).host };
const answer = await new Promise((resolve, reject) =>
  request({ host: proxy.hostname, port: proxy.port, path: url, headers }, resolve).on('error', reject).end(),
);
let text = '';
for await (const chunk of answer) text += chunk;
if (answer.statusCode !== 200) throw new Error(text);
process.stdout.write(`${answer.statusCode} ${text}`);
