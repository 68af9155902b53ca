import { beforeEach, describe, expect, it } from 'vitest';
import { loadContract } from '../../../src/contract/loadContract.js';
import { createMock } from '../../../src/mock/createMock.js';
import { parcel } from '../server/support/parcels.js';

const mock = createMock([await loadContract('test/fixtures/contracts/parcels')]);
const url = `http://parcels.test/v2/parcels/${parcel.done}`;
const headers = { 'x-parcel-key': 'parcel-key' };
beforeEach(() => mock.reset());
const isThere = () => mock.records.get({ provider: 'parcels', resource: 'parcel', key: parcel.done }) !== undefined;

describe('a sandbox called by its own fetch, without a connection', () => {
  it.each([
    [{ reset: 'before' }, 'ECONNRESET', true],
    [{ reset: 'after' }, 'ECONNRESET', false],
    [{ loseResponse: true }, 'UND_ERR_SOCKET', false],
    [{ truncate: true }, 'UND_ERR_SOCKET', false],
  ] as const)('fails as a real one does under %j', async (fault, code, there) => {
    mock.faults.once('*', fault);
    const error = await mock.fetch(url, { method: 'DELETE', headers }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(TypeError);
    expect(error).toMatchObject({ message: 'fetch failed', cause: { code } });
    expect(isThere()).toBe(there);
  });

  it.each([true, 0, 3] as const)('gets an answer that breaks off (%s)', async (truncate) => {
    const whole = await (await mock.fetch(url, { headers })).text();
    mock.faults.once('*', { truncate });
    const response = await mock.fetch(url, { headers });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-length')).toBe(String(whole.length));
    let text = '';
    const reading = (async () => {
      for await (const chunk of response.body ?? []) text += new TextDecoder().decode(chunk);
    })();
    await expect(reading).rejects.toThrow(new TypeError('terminated'));
    expect(text).toBe(whole.slice(0, truncate === true ? Math.floor(whole.length / 2) : truncate));
  });

  it('waits for a late answer, but no longer than it is told', async () => {
    mock.faults.add({ operation: '*', fault: { latency: 50 } });
    const start = performance.now();
    expect((await mock.fetch(url, { headers })).status).toBe(200);
    expect(performance.now() - start).toBeGreaterThanOrEqual(49);
    const signal = AbortSignal.timeout(10);
    await expect(mock.fetch(url, { method: 'DELETE', headers, signal })).rejects.toThrow(/timeout/);
    expect(isThere()).toBe(false);
  });

  it('does nothing for a request that was given up before', async () => {
    const reason = new Error('given up');
    const signal = AbortSignal.abort(reason);
    await expect(mock.fetch(url, { method: 'DELETE', headers, signal })).rejects.toBe(reason);
    expect(isThere()).toBe(true);
  });
});
