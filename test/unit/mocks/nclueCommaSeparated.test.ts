import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import functions from '../../../mocks/naver-nclue/functions.js';
import type { FunctionContext } from '../../../src/engine/functions.js';

const contextOf = (body: unknown): FunctionContext => ({
  request: { path: {}, query: {}, header: {}, body, undeclared: {} },
  record: undefined,
  now: 0,
  random: () => 0,
});

const commaSeparated = (keywordSet: unknown) =>
  functions.values?.commaSeparated?.(contextOf({ keyword_set: keywordSet }));

describe("NCLUE's keywords", () => {
  it('come in on lines and go out separated by commas', () => {
    expect(commaSeparated('camping\nhiking\ntrail running')).toBe('camping,hiking,trail running');
  });

  it('may end their lines the way Windows does', () => {
    expect(commaSeparated('camping\r\nhiking\r\n')).toBe('camping,hiking');
  });

  it('lose blank lines and the space around them', () => {
    expect(commaSeparated('\n  camping \n\n\t\nhiking\n')).toBe('camping,hiking');
  });

  it('stay as they are when there is only one', () => {
    expect(commaSeparated('camping')).toBe('camping');
  });

  it('are an empty text where the request has none', () => {
    expect(functions.values?.commaSeparated?.(contextOf(null))).toBe('');
    expect(functions.values?.commaSeparated?.(contextOf({}))).toBe('');
    expect(commaSeparated(7)).toBe('');
  });

  it('can be read back from the answer, in order, whatever they are', () => {
    const keyword = fc.stringMatching(/^[a-z0-9]([a-z0-9 ]*[a-z0-9])?$/);
    fc.assert(
      fc.property(
        fc.array(keyword, { minLength: 1 }),
        fc.constantFrom('\n', '\r\n', '\n\n', ' \n'),
        (keywords, end) => {
          expect(String(commaSeparated(keywords.join(end))).split(',')).toEqual(keywords);
        },
      ),
    );
  });
});
