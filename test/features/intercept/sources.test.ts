import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { packageRoot } from '../../../src/contract/packageRoot.js';
import { tombstone } from './support/running.js';

/** The providers' own documents. They are not ours to publish, so they lie beside the repository, where they are at all. */
const sources = join(packageRoot, '..', 'shared', 'sources');

const languages = {
  python: { file: 'example.py', program: 'python3', needs: /^import (requests)$/m },
  javascript: { file: 'example.mjs', program: process.execPath, needs: undefined },
};

it.for(['python', 'javascript'] as const)(
  'the %s examples of the documentation reach the mock as they stand, id and <apiKey> included',
  {
    timeout: 60_000,
  },
  async (name, { skip }) => {
    if (!existsSync(sources)) skip('the documents are not beside the repository: there is no ../shared/sources');
    const { file, program, needs } = languages[name];
    const examples = documentedExamples(name);
    expect(examples.length).toBeGreaterThan(1);
    const module = needs && examples.map(({ code }) => needs.exec(code)?.[1]).find((found) => found !== undefined);
    if (module && spawnSync(program, ['-c', `import ${module}`]).status !== 0)
      skip(`the examples import ${module}, which ${program} does not have here`);

    const folder = mkdtempSync(join(tmpdir(), 'tombstone-test-'));
    try {
      for (const { code, path } of examples) {
        expect(code).toContain('<apiKey>');
        writeFileSync(join(folder, file), code);
        const { report } = await tombstone(['run', 'twelvelabs', '--', program, join(folder, file)]);
        expect(report?.operations.map((one) => [one.method, one.path])).toEqual([['DELETE', path]]);
        expect(report?.refusals).toEqual([]);
        expect(report?.violations.filter(({ kind }) => kind !== 'crash-after-no-content')).toEqual([]);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
);

/** The fenced examples in a language, each with the path that the document says it deletes. */
function documentedExamples(language: string) {
  return readdirSync(sources).flatMap((name) => {
    const text = readFileSync(join(sources, name), 'utf8');
    const code = new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\`$`, 'ms').exec(text)?.[1];
    const path = /^DELETE https:\/\/[^/]+(\S+)$/m.exec(text)?.[1];
    return code === undefined || path === undefined ? [] : [{ code, path }];
  });
}
