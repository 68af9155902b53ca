import { describe, expect, it } from 'vitest';
import { metadataChanges, newMetadata } from '../../../../mocks/twelvelabs/metadataInput.js';
import { contextOf } from './context.js';

const given = contextOf({
  body: { user_metadata: { category: 'archive', batch: 0, done: false, text: '', gone: null } },
});

describe("an asset's metadata", () => {
  it('is changed by every key but those with an empty text; null stays, because it removes the key', () => {
    expect(metadataChanges(given)).toEqual({ category: 'archive', batch: 0, done: false, gone: null });
  });

  it('is replaced without the keys that have null or an empty text', () => {
    expect(newMetadata(given)).toEqual({ category: 'archive', batch: 0, done: false });
  });

  it('is none at all where nothing is left to keep', () => {
    expect(newMetadata(contextOf({ body: { user_metadata: {} } }))).toBeUndefined();
    expect(newMetadata(contextOf({ body: { user_metadata: { text: '', gone: null } } }))).toBeUndefined();
  });
});
