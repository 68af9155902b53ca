import { expect, it } from 'vitest';
import { parsePathTemplate } from '../../../src/engine/pathTemplate.js';

it('reads literal segments, whole parameters and patterns', () => {
  const { path, segments } = parsePathTemplate('/v1/{index-id}/a+b/{id}.json');
  expect(path).toBe('/v1/{index-id}/a+b/{id}.json');
  expect(segments).toEqual([
    { literal: 'v1' },
    { parameter: 'index-id' },
    { literal: 'a+b' },
    { pattern: /^(.+?)\.json$/, parameters: ['id'] },
  ]);
});

it('reads a root path as one empty segment', () => {
  expect(parsePathTemplate('/').segments).toEqual([{ literal: '' }]);
});
