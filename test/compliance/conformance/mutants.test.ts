import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { clients } from '../../../conformance/clients/index.js';
import { mutants } from '../../../conformance/mutants/mutants.js';
import type { RunReport } from '../../../src/conformance/index.js';
import { checkSlugs } from '../../../src/conformance/judges/checks.js';
import { tombstone } from '../../features/cli/support/tombstone.js';

const folder = mkdtempSync(join(tmpdir(), 'mutants-'));
const client = ['node', '.cache/build/conformance/mutants/main.js'];

/** Judges a client through the public command line; gives the report, and what the command ended with. */
async function judge(provider: string, name: string, args: readonly string[]) {
  const file = join(folder, `${name}-${provider}.json`);
  const { status, stderr } = await tombstone(
    'conform',
    provider,
    '--suite',
    'next',
    '--reporter',
    `json=${file}`,
    '--',
    ...client,
    ...args,
  );
  return { status, stderr, report: JSON.parse(readFileSync(file, 'utf8')) as RunReport };
}

describe('a reference client', () => {
  it.each(Object.keys(clients))('of %s passes every case, and the command ends with 0', async (provider) => {
    const { status, stderr, report } = await judge(provider, 'reference', ['reference', provider]);
    const bad = report.cases
      .filter(({ verdict }) => !['pass', 'info'].includes(verdict))
      .map(({ id, checks }) => ({ id, checks }));
    expect(bad, stderr).toEqual([]);
    expect(status).toBe(0);
    expect(report.counts.total).toBeGreaterThan(100);
  });
});

describe('a client with one defect', () => {
  it.each(mutants.map((mutant) => [mutant.name, mutant] as const))(
    '%s fails exactly the checks it declares',
    async (name, mutant) => {
      const { report } = await judge(mutant.provider, name, [name]);
      const failed = report.cases.flatMap(({ checks }) =>
        checks.filter(({ verdict }) => ['fail', 'warn'].includes(verdict)).map(({ slug }) => slug),
      );
      expect([...new Set(failed)].sort()).toEqual([...mutant.fails].sort());
      expect(report.cases.filter(({ verdict }) => verdict === 'error')).toEqual([]);
      expect(report.exitStatus).toBe(report.counts.fail > 0 ? 1 : 0);
    },
  );

  it('is there for each check', () => {
    const caught = new Set(mutants.flatMap(({ fails }) => fails));
    expect(checkSlugs.filter((slug) => !caught.has(slug))).toEqual([]);
  });

  it('fails something, has a name of its own, and knows nothing of cases', () => {
    expect(mutants.filter(({ fails }) => fails.length === 0).map(({ name }) => name)).toEqual([]);
    expect(new Set(mutants.map(({ name }) => name)).size).toBe(mutants.length);
    const sources = ['traffic', 'state', 'report']
      .map((name) => readFileSync(`conformance/mutants/${name}.ts`, 'utf8'))
      .join('\n');
    expect(sources).not.toMatch(/stories\/|\.case\b|de1e7ed/);
  });
});
