import { describe, expect, it } from 'vitest';
import { sources, textOf } from './support/files.js';

const sizes = sources().map((path) => ({ path, lines: textOf(path).trimEnd().split('\n').length }));

describe('source files', () => {
  it('have 400 lines at most: in a longer one live two ideas', () => {
    expect(sizes.filter(({ lines }) => lines > 400)).toEqual([]);
  });

  it('have 100 lines or fewer, half of them', () => {
    const median = sizes.map(({ lines }) => lines).sort((a, b) => a - b)[Math.floor(sizes.length / 2)];
    expect(median).toBeGreaterThan(0);
    expect(median).toBeLessThanOrEqual(100);
  });
});
