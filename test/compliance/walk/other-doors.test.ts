import { afterAll, beforeAll, describe, it } from 'vitest';
import { deriveCases, deriveFailureCases } from '../../../src/conformance/index.js';
import { bundledContracts, loadContract } from '../../../src/contract/loadContract.js';
import type { Door } from './support/door.js';
import { openFetchDoor, openMswDoor } from './support/fetchDoors.js';
import { failureWalker } from './support/walkFailure.js';
import { ruleWalker } from './support/walkRule.js';

const doors = [
  ['the handlers of an msw server, from records in an @mswjs/data database', openMswDoor],
  ['its own fetch', openFetchDoor],
] as const;

/** Every case that the server is taken through over a socket, through the doors that have none. */
describe.each(doors)('through %s', (_, openDoor) => {
  describe.each(bundledContracts())('%s', async (provider) => {
    const contract = await loadContract(provider);
    const walkRule = ruleWalker(contract);
    const walkFailure = failureWalker(contract);
    const failures = deriveFailureCases(contract, { every: true });
    const limits = [...new Set([undefined, ...failures.map((one) => one.bodyLimit)])];

    describe.each(limits)('taking bodies up to %s', (bodyLimit) => {
      let door: Door;
      beforeAll(async () => {
        door = await openDoor(contract, bodyLimit === undefined ? {} : { bodyLimit });
      });
      afterAll(() => door.close());

      if (bodyLimit === undefined)
        it.each(deriveCases(contract).map((one) => [one.id, one] as const))('%s', (_, one) => walkRule(door, one));
      const here = failures.filter((one) => one.bodyLimit === bodyLimit);
      it.each(here.map((one) => [one.id, one] as const))('%s', (_, one) => walkFailure(door, one));
    });
  });
});
