import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deriveCases } from '../../../src/conformance/index.js';
import { bundledContracts, loadContract } from '../../../src/contract/loadContract.js';
import type { Door } from './support/door.js';
import { openHttpDoor } from './support/httpDoor.js';
import { ruleWalker } from './support/walkRule.js';

/** Every row of every table, in every own state and under every switch value it can decide in, over a real socket. */
describe.each(bundledContracts())('every rule of %s answers over HTTP as its document says', async (provider) => {
  const contract = await loadContract(provider);
  const cases = deriveCases(contract);
  const walk = ruleWalker(contract);
  let door: Door;
  beforeAll(async () => {
    door = await openHttpDoor({ providers: [provider], fixtures: { [provider]: {} } });
  });
  afterAll(() => door.close());

  it.each(cases.map((one) => [one.id, one] as const))('%s', (_, one) => walk(door, one));

  it('leaves no row without a case', () => {
    const covered = new Set(cases.map(({ rule }) => rule));
    const rows = Object.entries(contract.compiled.lifecycle.operations).flatMap(([operation, { decide }]) =>
      decide.map(({ id }) => `${provider}/${operation}/${id}`),
    );
    expect(rows.filter((rule) => !covered.has(rule))).toEqual([]);
  });

  it('meets every value of every switch', () => {
    const met = new Set(
      cases.flatMap(({ stage }) => Object.entries(stage.switches).map(([name, value]) => `${name}:${value}`)),
    );
    const ofRows = new Set(
      Object.values(contract.compiled.lifecycle.operations).flatMap(({ decide }) =>
        decide.flatMap(({ when }) =>
          [when, ...(when.any ?? [])].flatMap((guard) =>
            Object.entries(guard.switch ?? {}).flatMap(([name, values]) => values.map((value) => `${name}:${value}`)),
          ),
        ),
      ),
    );
    expect([...ofRows].filter((setting) => !met.has(setting))).toEqual([]);
  });
});
