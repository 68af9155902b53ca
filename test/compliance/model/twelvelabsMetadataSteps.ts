import fc from 'fast-check';
import { expect } from 'vitest';
import { type Pick, pick, step } from './support/steps.js';
import { base, family, type Inside, idOf, inside, placeOf, unknown } from './twelvelabsChoices.js';
import {
  api,
  type Changes,
  type Family,
  type Metadata,
  type Model,
  merged,
  notFound,
  videosOf,
} from './twelvelabsModel.js';

const changes: fc.Arbitrary<Changes> = fc.dictionary(
  fc.constantFrom('camera', 'Größe', 'n'),
  fc.oneof(fc.constant(null), fc.constantFrom('a', 'b'), fc.boolean(), fc.integer({ min: 0, max: 3 })),
  { maxKeys: 3 },
);

export const patchIndexed = step<Model, Inside & { changes: Changes }>(
  'patch indexed',
  fc.tuple(inside, changes).map(([args, given]) => ({ ...args, changes: given })),
  (model, sandbox, args) => {
    const { index, id } = placeOf(model, args);
    const path = `${base}/indexes/${index}/${args.family}/${id}`;
    const answer = sandbox.send('PATCH', path, { json: { user_metadata: args.changes } });
    expect(answer).toMatchObject(api.patchIndexed(model, index, id, args.family, args.changes));
    const found = api.findIndexed(model, index, id, args.family);
    if ('id' in found) expect(metadataIn(sandbox.send('GET', path).body)).toEqual(found.metadata);
  },
);

export const changeAsset = step<
  Model,
  { which: Pick; other: string; method: 'PATCH' | 'PUT' | 'DELETE'; changes: Changes }
>(
  'change asset metadata',
  fc.record({ which: pick, other: unknown, method: fc.constantFrom('PATCH', 'PUT', 'DELETE'), changes }),
  (model, sandbox, args) => {
    const id = idOf(model, 'assets', args.which, args.other);
    // What null means where everything is replaced is not said.
    const given = args.method === 'PUT' ? merged({}, args.changes) : args.changes;
    const content = args.method === 'DELETE' ? undefined : { json: { user_metadata: given } };
    const answer = sandbox.send(args.method, `${base}/assets/${id}/user-metadata`, content);
    expect(answer).toMatchObject(api.changeAssetMetadata(model, id, args.method, given));
    const asset = model.assets.find((one) => one.id === id);
    if (asset) expect(metadataIn(sandbox.send('GET', `${base}/assets/${id}`).body)).toEqual(asset.metadata);
  },
);

/** Absent where there is none. */
const metadataIn = (body: unknown) => (body as { user_metadata?: Metadata }).user_metadata ?? {};

/** Keys of user metadata are parameters of their own. */
export const listByMetadata = step<Model, { index: Pick; family: Family; key: string; value: string }>(
  'list by metadata',
  fc.record({
    index: pick,
    family,
    key: fc.constantFrom('camera', 'Größe', 'n'),
    value: fc.constantFrom('a', 'b', 'true', '1', '2', 'z'),
  }),
  (model, sandbox, { index, family: path, key, value }) => {
    const parent = idOf(model, 'indexes', index);
    const target = `${base}/indexes/${parent}/${path}?page_limit=50&${encodeURIComponent(key)}=${value}`;
    const answer = sandbox.send('GET', target);
    if (!model.indexes.some(({ id }) => id === parent)) {
      expect(answer).toMatchObject(notFound);
      return;
    }
    const expected = videosOf(model, parent)
      .filter(({ status }) => path === 'indexed-assets' || status === 'ready')
      .filter(({ metadata }) => key in metadata && String(metadata[key]) === value);
    const shown = (answer.body as { data: { _id: string }[] }).data.map((one) => one._id);
    expect(shown.sort()).toEqual(expected.map(({ id }) => id).sort());
  },
);

export const listUses = step<Model, { which: Pick; other: string }>(
  'list uses',
  fc.record({ which: pick, other: unknown }),
  (model, sandbox, { which, other }) => {
    const id = idOf(model, 'assets', which, other);
    const answer = sandbox.send('GET', `${base}/assets/${id}/indexed-assets?page_limit=50`);
    const expected = api.usesOf(model, id);
    if (!Array.isArray(expected)) expect(answer).toMatchObject(expected);
    else {
      expect(answer).toMatchObject({ status: 200, body: { page_info: { total_results: expected.length } } });
      const text = (uses: readonly unknown[]) => uses.map((use) => JSON.stringify(use)).sort();
      expect(text((answer.body as { data: unknown[] }).data)).toEqual(text(expected));
    }
  },
);
