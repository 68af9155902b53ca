/**
 * Leads a Node program to the mocks: `node --import tombstone/intercept app.js`. The mocks run in a thread of their own, so
 * that they answer while the program waits for a child process; what the program did is printed to standard error when it
 * ends. Under `tombstone run` there is nothing left to do.
 *
 * @packageDocumentation
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { isMainThread } from 'node:worker_threads';
import { preload } from '../environment/nodeOptions.js';
import { startMocksThread } from './startMocksThread.js';
import { trustCertificates } from './trustCertificates.js';

if (process.env['TOMBSTONE_INTERCEPT'] === undefined && isMainThread) await startMocksThread();

// A thread of the program gets here, too, with the variables that the first one set.
const certificates = process.env['NODE_EXTRA_CA_CERTS'];
if (certificates !== undefined) trustCertificates(readFileSync(certificates, 'utf8'));
createRequire(import.meta.url)(preload);
