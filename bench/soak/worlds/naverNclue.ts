import { createHmac } from 'node:crypto';
import {
  api,
  type Kind,
  kinds,
  type Model,
  never,
  of,
  order,
  type Prediction,
  type Status,
  words,
} from '../../../test/compliance/model/naverNclueModel.js';
import { follow } from '../../../test/compliance/model/support/follow.js';
import type { Dice } from '../dice.js';
import { type Foreseen, forget, idFrom, overflow, type Turn, type World } from '../world.js';

const operations: Readonly<Record<Kind, string>> = {
  feature: 'Feature',
  task: 'Task',
  run: 'TaskRun',
  attribute: 'CustomAttribute',
  intent: 'ShoppingIntent',
};
const foreseen = (prediction: Prediction): Foreseen =>
  'refused' in prediction ? { refused: prediction.refused } : prediction;

function credentials(method: string, target: string): Readonly<Record<string, string>> {
  const time = String(Date.now());
  const text = `${method} ${target}\n${time}\nTOMBSTONEAK`;
  return {
    'x-ncp-apigw-timestamp': time,
    'x-ncp-iam-access-key': 'TOMBSTONEAK',
    'x-ncp-apigw-signature-v2': createHmac('sha256', 'TOMBSTONESK').update(text).digest('base64'),
  };
}

export function naverNclue(): World {
  const model: Model = { things: [], gone: [] };
  const url = (kind: Kind, id?: string) => `/api/v1/${words[kind].path}${id === undefined ? '' : `/${id}`}`;
  const idOf = (dice: Dice, kind: Kind, status?: Status) =>
    idFrom(
      dice,
      of(model, kind)
        .filter((thing) => status === undefined || thing.status === status)
        .map(({ id }) => id),
      model.gone.filter((one) => one.kind === kind).map(({ id }) => id),
      never,
    );

  const create = (dice: Dice): Turn => {
    const kind = dice.of(kinds);
    const name = dice.chance(0.03) ? 'x'.repeat(101) : `${kind} ${Math.floor(dice() * 300)}`;
    const [feature, task] = [idOf(dice, 'feature', 'completed'), idOf(dice, 'task', 'completed')];
    const uses: Record<Kind, Record<string, string>> = {
      feature: {},
      task: { train_feature_id: feature },
      run: { task_id: task, feature_id: feature },
      attribute: { feature_id: feature },
      intent: { task_id: task },
    };
    const results = { result_bucket: 'b', result_file_path: 'out/' };
    const files: Record<Kind, object> = {
      feature: { source_bucket: 'b', source_file_path: 'in/data.tsv' },
      task: { train_bucket: 'b', train_file_path: 'in/train.tsv' },
      run: results,
      attribute: { ...results, keyword_set: 'a\nb' },
      intent: {},
    };
    return {
      operation: `create${operations[kind]}`,
      method: 'POST',
      target: url(kind),
      content: { json: { name, ...uses[kind], ...files[kind] } },
      foresee: (answer) => foreseen(api.create(model, kind, name, uses[kind], answer)),
      makes: { resource: words[kind].resource, key: words[kind].id, as: words[kind].id },
    };
  };
  const get = (dice: Dice): Turn => {
    const kind = dice.of(kinds);
    const id = idOf(dice, kind);
    const target = url(kind, id);
    return {
      operation: `get${operations[kind]}`,
      method: 'GET',
      target,
      foresee: () => foreseen(api.get(model, kind, id)),
    };
  };
  const remove = (dice: Dice): Turn => {
    const kind = dice.of(kinds);
    const id = idOf(dice, kind);
    return {
      operation: `delete${operations[kind]}`,
      method: 'DELETE',
      target: url(kind, id),
      foresee: () => foreseen(api.remove(model, kind, id)),
    };
  };
  const list = (dice: Dice): Turn => {
    const kind = dice.of(kinds);
    const limit = dice.of([0, 1, 100, 101]);
    return {
      operation: `list${operations[kind]}s`,
      method: 'GET',
      target: `${url(kind)}?index=0&limit=${limit}`,
      foresee() {
        if (limit < 1 || limit > 100) return { refused: [400, 422] };
        return { status: 200, body: { index: 0, limit, total: of(model, kind).length } };
      },
    };
  };
  const download = (dice: Dice): Turn => {
    const id = idOf(dice, 'intent');
    return {
      operation: 'downloadShoppingIntent',
      method: 'GET',
      target: `/api/v1/profile/shopping-intents-download/${id}`,
      foresee: () => ({ refused: api.download(model, id) }),
    };
  };

  return {
    provider: 'naver-nclue',
    credentials,
    next: (dice) => dice.of([create, create, create, get, remove, remove, list, download])(dice),
    follow(held, long) {
      for (const kind of kinds) {
        const now = new Map(held(words[kind].resource).map((one) => [one[words[kind].id], one['status'] as Status]));
        for (const thing of of(model, kind))
          if (order.includes(thing.status))
            thing.status = follow(order, thing.status, now.get(thing.id) as Status, long);
      }
    },
    compare: (held) =>
      Object.fromEntries(
        kinds.map((kind) => [
          kind,
          [
            of(model, kind).map(({ id, name, status }) => `${id} ${name} ${status}`),
            held(words[kind].resource).map((one) => `${one[words[kind].id]} ${one[words[kind].name]} ${one['status']}`),
          ],
        ]),
      ),
    trim() {
      forget(model.gone);
      return kinds.flatMap((kind) => {
        const extra = overflow(of(model, kind));
        model.things = model.things.filter((thing) => !extra.includes(thing));
        return extra.map(({ id }) => ({ resource: words[kind].resource, key: id }));
      });
    },
  };
}
