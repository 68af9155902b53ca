import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadContract } from '../../../src/contract/loadContract.js';
import { createMock } from '../../../src/mock/createMock.js';
import type { Mock } from '../../../src/mock/mock.js';

const contract = await loadContract('test/fixtures/contracts/parcels');

/** The statuses of so many calls of an operation that answers 200. */
function statuses(mock: Mock, count: number, target = '/v2/parcels'): readonly number[] {
  const headers = { 'x-parcel-key': 'parcel-key' };
  return Array.from({ length: count }, () => mock.handle({ method: 'GET', target, headers }).status);
}

describe('a fault', () => {
  it('strikes until it is removed', () => {
    const mock = createMock([contract]);
    const id = mock.faults.add({ operation: 'parcels/listParcels', fault: { status: 503 } });
    expect(statuses(mock, 3)).toEqual([503, 503, 503]);
    expect(mock.faults.list()).toEqual([
      { id, operation: 'parcels/listParcels', fault: { status: 503 }, calls: 3, hits: 3 },
    ]);
    expect(mock.faults.remove(id)).toBe(true);
    expect(mock.faults.remove(id)).toBe(false);
    expect(statuses(mock, 1)).toEqual([200]);
  });

  it('lets so many calls pass, strikes so many, and is gone', () => {
    const mock = createMock([contract]);
    mock.faults.add({ operation: 'parcels/*', after: 2, times: 2, fault: { status: 503 } });
    expect(statuses(mock, 3)).toEqual([200, 200, 503]);
    expect(mock.faults.list()).toMatchObject([{ calls: 3, hits: 1 }]);
    expect(statuses(mock, 3)).toEqual([503, 200, 200]);
    expect(mock.faults.list()).toEqual([]);
  });

  it('concerns the operations it names, one, a provider or all', () => {
    const mock = createMock([contract]);
    mock.faults.once('parcels/deleteParcel', { status: 501 });
    expect(statuses(mock, 1)).toEqual([200]);
    mock.faults.once('parcels/*', { status: 502 });
    mock.faults.once('*', { status: 503 });
    expect(statuses(mock, 3)).toEqual([502, 503, 200]);
    expect(mock.faults.list()).toMatchObject([{ calls: 0, operation: 'parcels/deleteParcel' }]);
  });

  it('waits for its turn behind those added before it, so that a sequence can be laid down', () => {
    const mock = createMock([contract]);
    for (const status of [503, 429, 500]) mock.faults.once('*', { status });
    mock.faults.add({ operation: '*', after: 3, times: 1, fault: { status: 504 } });
    expect(statuses(mock, 5)).toEqual([503, 429, 500, 504, 200]);
  });

  it('that is only late strikes besides others, and latencies add up', () => {
    const mock = createMock([contract]);
    mock.faults.add({ operation: '*', fault: { latency: '30ms' } });
    mock.faults.once('*', { status: 503, latency: 12 });
    const answer = mock.handle({ method: 'GET', target: '/v2/parcels', headers: {} });
    expect(answer).toMatchObject({ status: 503, transport: { delay: 42 } });
    expect(mock.journal.list()[0]?.fault).toEqual({ ids: ['fault-1', 'fault-2'], status: 503, latency: 42 });
    expect(mock.handle({ method: 'GET', target: '/v2/parcels', headers: {} })).toMatchObject({
      status: 401,
      transport: { delay: 30 },
    });
  });

  it('does not outlive a reset, while clear() takes all away and leaves the rest', () => {
    const mock = createMock([contract]);
    mock.faults.add({ operation: '*', fault: { status: 503 } });
    mock.faults.clear();
    expect(statuses(mock, 1)).toEqual([200]);
    expect(mock.journal.list()).toHaveLength(1);
    mock.faults.add({ operation: '*', fault: { status: 503 } });
    mock.reset();
    expect(mock.faults.list()).toEqual([]);
    expect(statuses(mock, 1)).toEqual([200]);
  });

  it('is kept as it was given: changing the object afterwards changes nothing', () => {
    const mock = createMock([contract]);
    const fault = { status: 503 };
    mock.faults.add({ operation: '*', fault });
    fault.status = 200;
    expect(statuses(mock, 1)).toEqual([503]);
  });
});

describe('a fault with a probability', () => {
  const strikes = (mock: Mock, probability: number, count: number) => {
    mock.faults.add({ operation: '*', probability, fault: { status: 503 } });
    return statuses(mock, count).map((status) => status === 503);
  };

  it('strikes the same calls with the same seed, also after a reset, and others with another', () => {
    const first = strikes(createMock([contract], { seed: 7 }), 0.3, 60);
    const again = createMock([contract], { seed: 7 });
    expect(strikes(again, 0.3, 60)).toEqual(first);
    again.reset();
    expect(strikes(again, 0.3, 60)).toEqual(first);
    expect(strikes(createMock([contract], { seed: 8 }), 0.3, 60)).not.toEqual(first);
  });

  it('strikes about that share of calls, whatever the seed', () => {
    fc.assert(
      fc.property(fc.integer(), fc.double({ min: 0.05, max: 0.95, noNaN: true }), (seed, probability) => {
        const hits = strikes(createMock([contract], { seed }), probability, 400).filter(Boolean).length;
        // Six standard deviations.
        expect(Math.abs(hits / 400 - probability)).toBeLessThan(6 * Math.sqrt(0.25 / 400));
      }),
      { numRuns: 20 },
    );
  });

  it('strikes the calls it would, whichever faults stand besides it, and changes no generated id', () => {
    const alone = strikes(createMock([contract], { seed: 7 }), 0.5, 40);
    const beside = createMock([contract], { seed: 7 });
    beside.faults.add({ operation: '*', probability: 0.5, fault: { status: 503 } });
    beside.faults.add({ operation: '*', probability: 0.5, fault: { status: 504 } });
    expect(statuses(beside, 40).map((status) => status === 503)).toEqual(alone);

    const make = (mock: Mock) => {
      const body = new TextEncoder().encode('{"name":"Nord"}');
      const headers = { 'x-parcel-key': 'parcel-key', 'content-type': 'application/json' };
      return mock.handle({ method: 'POST', target: '/v2/depots', headers, body }).body;
    };
    beside.faults.clear();
    expect(make(beside)).toBe(make(createMock([contract], { seed: 7, start: beside.clock.now() })));
  });
});
