/** The npm package `twelvelabs-js`, unmodified, as an adapter of the session rung: `node shim.js`. */
import { createRequire } from 'node:module';
import { defineAdapter, serveAdapter } from 'tombstone/conformance';
import { TwelveLabs, TwelvelabsApiError } from 'twelvelabs-js';
import { deletes, operations } from './operations.js';

const { version } = createRequire(import.meta.url)('twelvelabs-js/package.json');
// It would be taken where a case gives no key.
delete process.env.TWELVE_LABS_API_KEY;

/** A small one: the mock's clock does not wait, so neither need the client. */
const sleepInterval = 0.01;

const adapter = defineAdapter({
  name: 'twelvelabs-js',
  version,
  language: 'JavaScript',
  issues: 'https://github.com/twelvelabs-io/twelvelabs-js/issues',
  capabilities: Object.keys(operations).map((operation) => `twelvelabs/${operation}`),
  async run({ operation, parameters, body, until }, { baseUrl, credentials }) {
    try {
      const client = connect(baseUrl, credentials);
      const call = () => operations[operation](client, parameters, body);
      if (until && operation === 'getTask') await client.tasks.waitForDone(parameters.task_id, { sleepInterval });
      else if (until) await poll(call, until);
      else await call();
      return deletes.includes(operation) ? { outcome: 'deleted' } : {};
    } catch (error) {
      return told(error);
    }
  },
});

function connect(baseUrl, { ApiKeyAuth: key }) {
  // The only way its constructor knows; it is read there, and not again.
  process.env.TWELVELABS_BASE_URL = baseUrl;
  return new TwelveLabs({ apiKey: key?.value });
}

/** What has no helper for it in the SDK, an application asks for again and again. */
async function poll(call, { pointer, in: values, atMost }) {
  const names = pointer.split('/').slice(1);
  for (let left = atMost; left > 0; left -= 1) {
    const found = names.reduce((at, name) => at?.[name], await call());
    if (values.includes(found)) return;
  }
}

/** What an application makes of the error it catches, by the documentation of the SDK and of the API. */
function told(error) {
  const { message } = error;
  if (!(error instanceof TwelvelabsApiError))
    return { outcome: message.startsWith('Provide `apiKey`') ? 'denied' : 'unknown', message };
  const { statusCode: status, body } = error;
  const code = typeof body?.code === 'string' ? body.code : undefined;
  const shown = { ...(status === undefined ? {} : { status }), ...(code === undefined ? {} : { code }) };
  return { outcome: wordOf(status, code), ...shown, message };
}

function wordOf(status, code = '') {
  if (status === undefined || code === 'endpoint_not_exists') return 'unknown';
  if (status === 401 || status === 403) return 'denied';
  if (status === 429) return 'throttled';
  if (status >= 500) return 'failed';
  if (status === 404 || /_not_exists?$/.test(code)) return 'absent';
  return status === 409 || /_cannot_be_deleted$|_already_exists$/.test(code) ? 'refused' : 'unknown';
}

// It sleeps for seconds between its tries; many cases at a time sleep at the same time.
await serveAdapter(adapter, { concurrency: 64 });
