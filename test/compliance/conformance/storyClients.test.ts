import { describe, expect, it } from 'vitest';
import { knowContract } from '../../../src/conformance/know/contractKnowledge.js';
import type { CaseResult } from '../../../src/conformance/result.js';
import { readStories } from '../../../src/conformance/stories/readStories.js';
import { bundledContracts, loadContract } from '../../../src/contract/loadContract.js';
import { type ClientDefect, takeThrough } from './support/takeThrough.js';

/** Clients with one general defect each; none of them knows which story it is in. */
const defective: Readonly<Record<string, ClientDefect>> = {
  'says that everything was deleted': { read: (outcome) => ({ ...outcome, outcome: 'deleted' }) },
  'stops after the first call': { calls: 1 },
  'sends no credential': { signed: (request) => ({ ...request, headers: {} }) },
};

const missed = ({ id, verdict, checks }: CaseResult) => ({
  id,
  verdict,
  checks: checks.filter((check) => check.verdict !== 'pass').map(({ slug, observed }) => `${slug}: ${observed}`),
});

describe.each(bundledContracts())('through the stories of %s', async (provider) => {
  const contract = await loadContract(provider);
  const known = knowContract(contract);
  const stories = await readStories(contract.compiled);
  const cases = stories.map((story) => story.case);
  const failing = new Map<string, readonly string[]>();

  it('the reference client goes without a fault', async () => {
    const results = await takeThrough(cases, known);
    expect(results.filter(({ verdict }) => verdict !== 'pass').map(missed)).toEqual([]);
    expect(results).toHaveLength(stories.length);
  });

  it.each(Object.entries(defective))('a client that %s does not', async (name, defect) => {
    const results = await takeThrough(cases, known, defect);
    failing.set(
      name,
      results.filter(({ verdict }) => verdict === 'fail').map(({ id }) => id),
    );
    expect(failing.get(name)).not.toEqual([]);
  });

  it('each story fails a client that is wrong', () => {
    const caught = [...failing.values()].flat();
    expect(cases.map(({ id }) => id).filter((id) => !caught.includes(id))).toEqual([]);
  });
});
