import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Listener } from '../../../src/server/listenOptions.js';
import { startServer } from '../../../src/server/startServer.js';
import { shell } from './support/tombstone.js';

const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');
/** `npx --no tombstone request … # 204`, or `# 400: why`. */
const lines = [...readme.matchAll(/^(npx --no tombstone request .*?)\s+# (\d{3})/gm)].map(
  ([, line = '', status = '']) => [line, status] as const,
);

describe('what the README says of a request is what a reader gets', () => {
  let server: Listener;
  beforeAll(async () => {
    server = await startServer({ port: 0 });
  });
  afterAll(() => server.close());

  test('it shows the five deletes, and at least one refusal of each that can be refused', () => {
    expect(lines.length).toBeGreaterThanOrEqual(13);
  });

  test.each(lines)('%s → %s', async (line, status) => {
    const { stdout, stderr } = await shell(`${line} --target ${server.url}`);
    expect(stderr).toBe('');
    expect(stdout).toMatch(new RegExp(`^${status} `, 'm'));
    expect(stdout).toMatch(/^rule: /m);
  });
});
