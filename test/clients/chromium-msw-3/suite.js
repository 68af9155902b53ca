/** The example for a browser, bundled from the packed package with the worker of msw 3. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startChecks } from '../shared/checks.js';
import { copyExamples, makeProject, pack } from '../shared/packedProject.js';

const folder = mkdtempSync(join(tmpdir(), 'tombstone-chromium-'));
const checks = startChecks();
try {
  const project = join(folder, 'project');
  makeProject(project, pack(folder), process.env.MSW_3, ['@mswjs', 'msw', 'playwright-core', 'rolldown']);
  copyExamples(project, /^(browser|huawei-modelarts)\/[\w.]+$/);
  const title = 'the example for a browser passes with msw 3';
  checks.succeeds(title, process.execPath, ['--test', 'examples/browser/page.test.mjs'], project);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
checks.end();
