import { setupWorker } from 'msw/browser';
import { type MockedProvider, mockProvider } from 'tombstone/msw';
import { showApp } from './app.js';

declare global {
  /** For whoever drives the page: the mock behind it. */
  var modelarts: MockedProvider<'huawei-modelarts'>;
}

globalThis.modelarts = await mockProvider('huawei-modelarts', { fixtures: {} });
// The worker's script, mockServiceWorker.js, comes with msw and is served beside the page.
await setupWorker(...modelarts.handlers).start({ quiet: true });
showApp(document.body);
