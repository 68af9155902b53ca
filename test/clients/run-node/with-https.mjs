import { request } from 'node:https';
import { deleteAll } from './deletes.mjs';

await deleteAll(
  (method, url, headers) =>
    new Promise((resolve, reject) => {
      const sent = request(url, { method, headers }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      });
      sent.on('error', reject);
      sent.end();
    }),
);
