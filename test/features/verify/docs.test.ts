import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundledContracts, loadContract } from '../../../src/contract/loadContract.js';
import type { Listener } from '../../../src/server/listenOptions.js';
import { startServer } from '../../../src/server/startServer.js';
import { credentialNames, hasProjects, projectVariable } from '../../../src/verify/credentialNames.js';
import { shell } from '../cli/support/tombstone.js';

const page = readFileSync(new URL('../../../docs/verify.md', import.meta.url), 'utf8');
/** `npx --no tombstone verify … # 0` */
const lines = [...page.matchAll(/^(npx --no tombstone verify .*?)\s+# (\d)$/gm)].map(
  ([, line = '', status = '']) => [line, Number(status)] as const,
);

describe('docs/verify.md', () => {
  let server: Listener;
  beforeAll(async () => {
    server = await startServer({ port: 0 });
  });
  afterAll(() => server.close());

  test('shows command lines', () => {
    expect(lines.length).toBeGreaterThanOrEqual(4);
  });

  test.each(lines)('%s → %i', async (line, status) => {
    const ended = await shell(line.replace('http://127.0.0.1:4010', server.url));
    expect(ended.status).toBe(status);
  });

  test.each(bundledContracts())('names the variables for the credentials of %s', async (provider) => {
    const { lifecycle } = (await loadContract(provider)).compiled;
    const row = page.split('\n').find((one) => one.startsWith('|') && one.includes(provider)) ?? '';
    const names = credentialNames(lifecycle).flatMap(({ variables }) => variables);
    for (const name of names) expect(row).toContain(`\`${name}\``);
    expect(row.includes(projectVariable)).toBe(hasProjects(lifecycle));
  });
});
