import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kinds, words } from '../model/naverNclueModel.js';
import { naverSignature, openSandbox } from '../model/support/sandbox.js';
import { queryOf } from './support/query.js';

const sandbox = await openSandbox('naver-nclue', naverSignature);

describe.each(kinds)('the list of every %s', (kind) => {
  const { path, id, list, resource } = words[kind];
  const ask = (query: string) => sandbox.send('GET', `/api/v1/${path}${query}`);
  const fill = (count: number) => {
    sandbox.mock.reset();
    return Array.from({ length: count }, (_, number) => {
      const key = `${String(number).padStart(8, '0')}-0000-4000-8000-000000000000`;
      sandbox.put(resource, key, {});
      return key;
    });
  };

  it('shows from the index on as many as the limit says, and says how many there are', () => {
    const limits = fc.constantFrom(undefined, 1, 2, 3, 19, 20, 21, 99, 100);
    fc.assert(
      fc.property(fc.nat(45), limits, fc.nat(50), (count, limit, index) => {
        const held = fill(count);
        const answer = ask(queryOf({ index: index === 0 ? undefined : index, limit }));
        const size = limit ?? 20;
        expect(answer).toMatchObject({ status: 200, body: { index, limit: size, total: count } });
        const shown = (answer.body as Record<string, Record<string, string>[]>)[list] ?? [];
        expect(shown.length).toBe(Math.max(0, Math.min(size, count - index)));
        const all = (ask('?limit=100').body as Record<string, Record<string, string>[]>)[list] ?? [];
        expect(all.map((item) => item[id]).sort()).toEqual(held);
        expect(shown, 'a part of the whole list, whatever its order').toEqual(all.slice(index, index + size));
      }),
      { numRuns: 40 },
    );
  });

  it('shows of each item what asking for it shows', () => {
    const [key] = fill(1);
    const [item] = (ask('').body as Record<string, unknown[]>)[list] ?? [];
    expect(item).toEqual(sandbox.send('GET', `/api/v1/${path}/${key}`).body);
  });

  it.each([
    'limit=0',
    'limit=101',
    'limit=-1',
    'limit=x',
    'limit=1.5',
    'limit=',
    'limit=1&limit=2',
    'index=-1',
    'index=x',
  ])('is refused with %s, in the envelope of the gateway', (query) => {
    const error = { errorCode: expect.stringMatching(/^\d+$/), message: expect.any(String) };
    expect(ask(`?${query}`)).toMatchObject({ status: 422, body: { error } });
  });

  it.each(['index=1000000', 'limit=100', 'limit=1', 'unknown=1', 'status=failed'])('is answered with %s', (query) => {
    sandbox.mock.reset();
    expect(ask(`?${query}`)).toMatchObject({ status: 200, body: { total: 0, [list]: [] } });
  });
});
