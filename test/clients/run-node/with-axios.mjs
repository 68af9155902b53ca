import axios from 'axios';
import { deleteAll } from './deletes.mjs';

await deleteAll(async (method, url, headers) => (await axios({ method, url, headers })).status);
