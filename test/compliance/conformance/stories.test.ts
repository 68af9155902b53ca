import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { knowContract } from '../../../src/conformance/know/contractKnowledge.js';
import { expectationOf } from '../../../src/conformance/run/expectation.js';
import { decidedBy } from '../../../src/conformance/stories/decidedBy.js';
import { readStories } from '../../../src/conformance/stories/readStories.js';
import { bundledContracts, loadContract } from '../../../src/contract/loadContract.js';
import { packageRoot } from '../../../src/contract/packageRoot.js';

describe.each(bundledContracts())('the written stories of %s', async (provider) => {
  const contract = await loadContract(provider);
  const known = knowContract(contract);
  const stories = await readStories(contract.compiled, join(packageRoot, 'conformance', 'cases', provider));

  it.each(stories.map((story) => [story.case.id, story] as const))('%s is decided as its author says', (_, story) => {
    expect(decidedBy(expectationOf(story.case, known, { seed: 1, auth: 'verify' }, false), provider)).toEqual(
      story.expect,
    );
  });

  it('cite sources the contract declares, are named after their files, and are of this provider', () => {
    const declared = Object.keys(contract.compiled.lifecycle.sources);
    for (const { case: one, file } of stories) {
      expect(
        one.citations.filter(({ source }) => !declared.includes(source)),
        file,
      ).toEqual([]);
      expect(one.id, file).toBe(`${provider}/stories/${file.split('/').at(-1)?.replace('.yaml', '')}`);
      if (one.basis.effect !== 'inferred') expect(one.citations, file).not.toEqual([]);
    }
  });

  it('are known no better than the rules that decide them', () => {
    const rank = { documented: 2, observed: 1, inferred: 0 };
    for (const { case: one, expect: rules, file } of stories) {
      const bases = rules
        .map((rule) => known.ruleOf(`${provider}/${rule}`)?.basis.effect)
        .filter((basis) => basis !== undefined);
      expect(Math.min(...bases.map((basis) => rank[basis])), file).toBeGreaterThanOrEqual(rank[one.basis.effect]);
    }
  });

  it('are there', () => expect(stories.length).toBeGreaterThan(0));
});
