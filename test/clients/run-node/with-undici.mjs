import { Agent, request } from 'undici';
import { deleteAll } from './deletes.mjs';

const dispatcher = new Agent();
await deleteAll(async (method, url, headers) => (await request(url, { method, headers, dispatcher })).statusCode);
