import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchesUserMetadata } from '../../../../mocks/twelvelabs/matchesUserMetadata.js';
import { contextOf } from './context.js';

const item = {
  user_metadata: { category: 'archive', batchNumber: 5, rating: 9.3, needsReview: true, text: '', none: null },
};
const shows = (undeclared: Record<string, string | readonly string[]>) =>
  matchesUserMetadata(contextOf({ undeclared }), item);

describe('the filter by user metadata', () => {
  it('shows everything where nothing is asked for', () => {
    expect(shows({})).toBe(true);
    expect(matchesUserMetadata(contextOf({}), {})).toBe(true);
  });

  it.each([
    ['a text', { category: 'archive' }],
    ['an integer', { batchNumber: '5' }],
    ['a float', { rating: '9.3' }],
    ['a boolean', { needsReview: 'true' }],
    ['an empty text', { text: '' }],
    ['several keys at once', { category: 'archive', batchNumber: '5' }],
    ['one of several values of a key', { category: ['new', 'archive'] }],
    ['JSON in user_metadata', { user_metadata: '{"category":"archive","needsReview":true}' }],
    ['a key in brackets', { 'user_metadata[category]': 'archive' }],
  ])('finds %s', (_, undeclared) => {
    expect(shows(undeclared)).toBe(true);
  });

  it.each([
    ['another value', { category: 'new' }],
    ['a key that only differs in case', { Category: 'archive' }],
    ['a key the metadata does not have', { owner: 'me' }],
    ['a name every object has', { toString: 'x', constructor: 'y' }],
    ['one right and one wrong key', { category: 'archive', batchNumber: '6' }],
    ['a wrong value in JSON', { user_metadata: '{"category":"new"}' }],
    ['a wrong value in brackets', { 'user_metadata[batchNumber]': '50' }],
    ['text that is no JSON in user_metadata', { user_metadata: 'archive' }],
    ['null in JSON', { user_metadata: 'null' }],
  ])('leaves out %s', (_, undeclared) => {
    expect(shows(undeclared)).toBe(false);
  });

  it('leaves out a record without metadata as soon as anything is asked for', () => {
    expect(matchesUserMetadata(contextOf({ undeclared: { category: 'archive' } }), {})).toBe(false);
  });

  it('finds every record by any part of its own metadata, in each of the three forms', () => {
    const value = fc.oneof(fc.string(), fc.integer(), fc.boolean());
    const key = fc.stringMatching(/^[a-z]{1,8}$/);
    fc.assert(
      fc.property(fc.dictionary(key, value, { minKeys: 1 }), fc.nat(), (metadata, pick) => {
        const keys = Object.keys(metadata);
        const name = keys[pick % keys.length] ?? '';
        const wanted = metadata[name];
        const forms = [
          { [name]: String(wanted) },
          { [`user_metadata[${name}]`]: String(wanted) },
          { user_metadata: JSON.stringify({ [name]: wanted }) },
        ];
        for (const undeclared of forms)
          expect(matchesUserMetadata(contextOf({ undeclared }), { user_metadata: metadata })).toBe(true);
      }),
    );
  });
});
