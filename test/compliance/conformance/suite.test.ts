import { describe, expect, it } from 'vitest';
import { planRun } from '../../../src/conformance/plan.js';
import { inSuite, readSuite, suiteVersions } from '../../../src/conformance/suite.js';
import { bundledContracts, loadContract } from '../../../src/contract/loadContract.js';

describe('the cases of the conformance suite', async () => {
  const contracts = await Promise.all(bundledContracts().map(loadContract));
  const { cases } = await planRun(contracts);
  const ids = new Set(cases.map(({ id }) => id));

  it('have ids of their own', () => expect(ids.size).toBe(cases.length));

  it('have titles that say something', () => {
    expect(cases.filter(({ title }) => title.length < 8 || !title.endsWith('.')).map(({ id }) => id)).toEqual([]);
  });

  it.each(suiteVersions())('of the frozen set %s are all still there: an id is for ever', (version) => {
    const suite = readSuite(version);
    expect([...(suite?.ids ?? [])].filter((id) => !ids.has(id))).toEqual([]);
    expect(suite?.ids.size).toBeGreaterThan(1000);
  });

  it('count where a set has them, and all of a provider that no set knows', () => {
    const [first, second] = cases;
    if (!first || !second) throw new Error('there are no cases');
    const suite = { version: 'x', ids: new Set([first.id]), providers: new Set([first.provider]) };
    expect([inSuite(suite, first), inSuite(suite, second)]).toEqual([true, false]);
    expect(inSuite(suite, { ...second, provider: 'parcels' })).toBe(true);
  });

  it('are chosen by the newest set where none is named, and by none for "next"', () => {
    expect(readSuite()?.version).toBe(suiteVersions().at(-1));
    expect(readSuite('next')).toBeUndefined();
    expect(() => readSuite('2026-10')).toThrow('There is no requirement set "2026-10"');
  });

  it('give no operation two parameters of one name, which a client could not tell apart', () => {
    const doubled = cases.flatMap(({ id, steps }) =>
      steps.flatMap(({ values: { path, query, header } }) => {
        const names = [path, query, header].flatMap(Object.keys);
        return new Set(names).size === names.length ? [] : [id];
      }),
    );
    expect(doubled).toEqual([]);
  });
});
