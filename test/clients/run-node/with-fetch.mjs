import { deleteAll } from './deletes.mjs';

await deleteAll(async (method, url, headers) => (await fetch(url, { method, headers })).status);
