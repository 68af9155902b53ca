import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  bundledContracts,
  createMock,
  type LoadedContract,
  loadContract,
  type PlainRequest,
} from '../../../src/index.js';
import { groundsOf, strayingFrom } from '../random/support/requests.js';

const wallTime = Date.UTC(2026, 5, 1);
const names = [...bundledContracts(), 'test/fixtures/contracts/parcels'];
const contracts = await Promise.all(names.map(loadContract));
/** The same again, read from the files anew: equal, and not identical. */
const again = await Promise.all(names.map(loadContract));

const grounds = contracts.flatMap((contract) => groundsOf(contract, wallTime));
const documented = fc.constantFrom(...grounds.map(({ request }) => request));
/** Making records is what moves counters and random numbers on. */
const making = fc.constantFrom(
  ...grounds.map(({ request }) => request).filter((sent) => sent.method === 'POST' && succeeds(sent)),
);
const request = fc.oneof(
  making,
  documented,
  strayingFrom(grounds).map(({ request: strayed }) => strayed),
);
const replacement: fc.Arbitrary<LoadedContract> = fc.constantFrom(...contracts, ...again);
const step = fc.oneof(
  { weight: 6, arbitrary: request.map((sent) => ({ sent })) },
  { weight: 2, arbitrary: replacement.map((replaced) => ({ replaced })) },
  { weight: 1, arbitrary: fc.nat(5000).map((advance) => ({ advance })) },
);

function succeeds(sent: PlainRequest): boolean {
  return createMock(contracts, { auth: 'off' }).handle(sent).status < 300;
}

it.each(['manual', 'instant'] as const)('a contract replaced by itself changes nothing, with the pace %s', (pace) => {
  const open = () =>
    createMock(contracts, { auth: 'off', pace, start: wallTime, wallTime: () => wallTime, journalSize: 1 });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const [left, replacing] = [open(), open()];
      for (const each of steps) {
        if ('sent' in each) expect(replacing.handle(each.sent)).toEqual(left.handle(each.sent));
        else if ('advance' in each) for (const mock of [left, replacing]) mock.clock.advance(each.advance);
        else {
          const before = replacing.exportState();
          expect(replacing.replaceContract(each.replaced)).toMatchObject({
            rules: { added: [], removed: [], changed: [], reordered: [] },
            operations: { added: [], removed: [], changed: [] },
            resources: { added: [], removed: [], changed: [] },
            others: [],
            records: { dropped: [] },
            switches: [],
            newFixtures: false,
          });
          expect(JSON.stringify(replacing.exportState())).toBe(JSON.stringify(before));
        }
      }
      expect(JSON.stringify(replacing.exportState())).toBe(JSON.stringify(left.exportState()));
    }),
    { numRuns: 60 },
  );
});
