import { twelveLabsKey } from '../../../test/compliance/model/support/sandbox.js';
import {
  api,
  type Family,
  type Model,
  never,
  noContent,
  passTime,
  videosOf,
} from '../../../test/compliance/model/twelvelabsModel.js';
import type { Dice } from '../dice.js';
import { forget, idFrom, overflow, type Turn, type World } from '../world.js';

const base = '/v1.3';
type Named = 'indexes' | 'tasks' | 'indexed' | 'assets';
const resources = { indexes: 'index', tasks: 'task', indexed: 'indexedAsset', assets: 'asset' } as const;
const makes = (name: Named) => ({ resource: resources[name], key: '_id', as: '_id' });

export function twelvelabs(): World {
  const gone = { indexes: [], tasks: [], indexed: [], assets: [] };
  const model: Model = { indexes: [], tasks: [], indexed: [], assets: [], gone };
  const id = (dice: Dice, name: Named) =>
    idFrom(
      dice,
      model[name].map((one) => one.id),
      model.gone[name],
      never,
    );
  const placed = (dice: Dice) => {
    const found = id(dice, 'indexed');
    const index = model.indexed.find((one) => one.id === found)?.index ?? id(dice, 'indexes');
    const family = dice.of<Family>(['videos', 'indexed-assets']);
    const word = family === 'videos' ? 'Video' : 'IndexedAsset';
    return { id: found, index, family, word, target: `${base}/indexes/${index}/${family}/${found}` };
  };

  const turns: readonly ((dice: Dice) => Turn)[] = [
    (dice) => {
      const name = `index ${Math.floor(dice() * 99)}`;
      const json = { index_name: name, models: [{ model_name: 'marengo3.0', model_options: ['visual'] }] };
      return {
        operation: 'createIndex',
        method: 'POST',
        target: `${base}/indexes`,
        content: { json },
        foresee: (answer) => api.createIndex(model, name, answer),
        makes: makes('indexes'),
      };
    },
    (dice) => {
      const index = id(dice, 'indexes');
      const foresee = () => api.getIndex(model, index);
      return { operation: 'getIndex', method: 'GET', target: `${base}/indexes/${index}`, foresee };
    },
    (dice) => {
      const [index, name] = [id(dice, 'indexes'), `index ${Math.floor(dice() * 99)}`];
      const target = `${base}/indexes/${index}`;
      const content = { json: { index_name: name } };
      return {
        operation: 'renameIndex',
        method: 'PUT',
        target,
        content,
        foresee: () => api.renameIndex(model, index, name),
      };
    },
    (dice) => {
      const index = dice.chance(0.3) ? id(dice, 'indexes') : never;
      const foresee = () => api.deleteIndex(model, index);
      return { operation: 'deleteIndex', method: 'DELETE', target: `${base}/indexes/${index}`, foresee };
    },
    ...twice((dice) => {
      const [index, hasVideo] = [id(dice, 'indexes'), dice.chance(0.9)];
      return {
        operation: 'createTask',
        method: 'POST',
        target: `${base}/tasks`,
        content: { form: { index_id: index, ...(hasVideo ? { video_url: 'https://example.com/a.mp4' } : {}) } },
        foresee(answer) {
          const foreseen = api.createTask(model, index, hasVideo, answer);
          const made = model.tasks.at(-1);
          // Where a task starts is nowhere said.
          if (foreseen.status === 200 && made) made.status = 'validating';
          return foreseen;
        },
        makes: makes('tasks'),
      };
    }),
    (dice) => {
      const task = id(dice, 'tasks');
      return {
        operation: 'getTask',
        method: 'GET',
        target: `${base}/tasks/${task}`,
        foresee: () => api.getTask(model, task),
      };
    },
    ...twice((dice) => {
      const task = id(dice, 'tasks');
      const foresee = () => api.deleteTask(model, task);
      return { operation: 'deleteTask', method: 'DELETE', target: `${base}/tasks/${task}`, foresee };
    }),
    (dice) => {
      const hasUrl = dice.chance(0.9);
      return {
        operation: 'createAsset',
        method: 'POST',
        target: `${base}/assets`,
        content: { form: { method: 'url', ...(hasUrl ? { url: 'https://example.com/a.mp4' } : {}) } },
        foresee: (answer) => api.createAsset(model, hasUrl, answer),
        makes: makes('assets'),
      };
    },
    (dice) => {
      const [asset, force] = [id(dice, 'assets'), dice.chance(0.3)];
      const target = `${base}/assets/${asset}?force=${force}`;
      return {
        operation: 'deleteAsset',
        method: 'DELETE',
        target,
        foresee: () => api.deleteAsset(model, asset, force),
      };
    },
    ...twice((dice) => {
      const [index, asset] = [id(dice, 'indexes'), id(dice, 'assets')];
      return {
        operation: 'createIndexedAsset',
        method: 'POST',
        target: `${base}/indexes/${index}/indexed-assets`,
        content: { json: { asset_id: asset } },
        foresee: (answer) => api.createIndexed(model, index, asset, answer),
        makes: makes('indexed'),
      };
    }),
    (dice) => {
      const { index, family, target, word, ...one } = placed(dice);
      const foresee = () => {
        const found = api.findIndexed(model, index, one.id, family);
        return 'id' in found ? { status: 200, body: { _id: found.id } } : found;
      };
      return { operation: `get${word}`, method: 'GET', target, foresee };
    },
    (dice) => {
      const { index, family, target, word, ...one } = placed(dice);
      const changes = { mood: dice.of(['calm', 'wild', null]), takes: dice.of([1, 2, null]) };
      const content = { json: { user_metadata: changes } };
      const foresee = () => api.patchIndexed(model, index, one.id, family, changes);
      return { operation: `patch${word}`, method: 'PATCH', target, content, foresee };
    },
    ...twice((dice) => {
      const { index, family, target, word, ...one } = placed(dice);
      const foresee = () => {
        const found = api.findIndexed(model, index, one.id, family);
        if (!('id' in found)) return found;
        model.indexed = model.indexed.filter((each) => each !== found);
        model.gone.indexed.push(found.id);
        return noContent;
      };
      return { operation: `delete${word}`, method: 'DELETE', target, foresee };
    }),
    (dice) => {
      const [index, mood] = [id(dice, 'indexes'), dice.of(['calm', 'wild'])];
      return {
        operation: 'listIndexedAssets',
        method: 'GET',
        target: `${base}/indexes/${index}/indexed-assets?page_limit=3&mood=${mood}`,
        foresee() {
          if (!model.indexes.some((one) => one.id === index)) return { status: 404 };
          const found = videosOf(model, index).filter(({ metadata }) => metadata['mood'] === mood);
          return { status: 200, body: { page_info: { total_results: found.length, limit_per_page: 3, page: 1 } } };
        },
      };
    },
  ];

  return {
    provider: 'twelvelabs',
    credentials: twelveLabsKey,
    next: (dice) => dice.of(turns)(dice),
    follow(held, long) {
      const rows = Object.values(resources).flatMap((resource) =>
        held(resource).map((one) => [`${resource} ${one['_id']}`, String(one['status'])] as const),
      );
      const now = new Map(rows);
      passTime(model, (resource, key) => String(now.get(`${resource} ${key}`)), long);
    },
    compare: (held) => ({
      index: [
        model.indexes.map((one) => `${one.id} ${one.name}`),
        held('index').map((one) => `${one['_id']} ${one['index_name']}`),
      ],
      task: [
        model.tasks.map((one) => `${one.id} ${one.video} ${one.index} ${one.status}`),
        held('task').map((one) => `${one['_id']} ${one['video_id']} ${one['index_id']} ${one['status']}`),
      ],
      indexedAsset: [
        model.indexed.map((one) => `${one.id} ${one.index} ${one.status} ${sorted(one.metadata)}`),
        held('indexedAsset').map(
          (one) => `${one['_id']} ${one['index_id']} ${one['status']} ${sorted(one['user_metadata'] ?? {})}`,
        ),
      ],
      asset: [
        model.assets.map((one) => `${one.id} ${one.status}`),
        held('asset').map((one) => `${one['_id']} ${one['status']}`),
      ],
    }),
    trim() {
      for (const name of Object.keys(resources) as Named[]) forget(model.gone[name]);
      const extra = (name: 'tasks' | 'indexed' | 'assets') =>
        overflow<{ id: string }>(model[name]).map((one) => ({ resource: resources[name], key: one.id }));
      const indexes = overflow(model.indexes);
      const inside = model.indexed.filter((one) => indexes.some((index) => index.id === one.index));
      model.indexed = model.indexed.filter((one) => !inside.includes(one));
      return [
        ...extra('tasks'),
        ...extra('indexed'),
        ...extra('assets'),
        ...inside.map((one) => ({ resource: resources.indexed, key: one.id })),
        ...indexes.map((one) => ({ resource: resources.indexes, key: one.id })),
      ];
    },
  };
}

/** What is to come up twice as often. */
function twice(one: (dice: Dice) => Turn): readonly ((dice: Dice) => Turn)[] {
  return [one, one];
}

function sorted(metadata: unknown): string {
  return JSON.stringify(Object.entries(metadata as object).sort(([a], [b]) => a.localeCompare(b)));
}
