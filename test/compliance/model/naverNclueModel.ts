/** NCLUE features, tasks, runs and profiles, told naively from source 004 and the neighbouring API pages. */
import assert from 'node:assert/strict';
import type { Answer } from './support/sandbox.js';

export const statuses = ['registered', 'pending', 'in_progress', 'completed', 'failed'] as const;
export const order: readonly Status[] = ['registered', 'pending', 'in_progress', 'completed'];
export const never = '00000000-0000-4000-8000-000000000000';
export type Status = (typeof statuses)[number];
export type Kind = 'feature' | 'task' | 'run' | 'attribute' | 'intent';

/** What the documentation calls things: paths, ids, names, lists. */
export const words: Readonly<Record<Kind, { path: string; id: string; name: string; list: string; resource: string }>> =
  {
    feature: { path: 'features', id: 'feature_id', name: 'feature_name', list: 'features', resource: 'feature' },
    task: { path: 'tasks', id: 'task_id', name: 'task_name', list: 'tasks', resource: 'task' },
    run: { path: 'task-runs', id: 'run_id', name: 'run_name', list: 'runs', resource: 'taskRun' },
    attribute: {
      path: 'profile/custom-attributes',
      id: 'profile_id',
      name: 'profile_name',
      list: 'profiles',
      resource: 'customAttribute',
    },
    intent: {
      path: 'profile/shopping-intents',
      id: 'profile_id',
      name: 'profile_name',
      list: 'profiles',
      resource: 'shoppingIntent',
    },
  };
export const kinds = Object.keys(words) as Kind[];

export interface Thing {
  kind: Kind;
  id: string;
  name: string | undefined;
  status: Status;
  flows: boolean;
  /** Ids of what it uses, by the field that names it; with the names captured when it was made. */
  uses: Record<string, string>;
  captured: Record<string, string>;
}

export interface Model {
  things: Thing[];
  gone: { kind: Kind; id: string }[];
}

/** Refused with one of these statuses; with the code where it is one of the few the service's table is known for. */
export const refused = (allowed: readonly number[], code?: string): Prediction => ({ refused: allowed, code });
export const of = (model: Model, kind: Kind) => model.things.filter((thing) => thing.kind === kind);
export const find = (model: Model, kind: Kind, id: string | undefined) =>
  of(model, kind).find((thing) => thing.id === id);
export const blocked: readonly Status[] = ['pending', 'in_progress'];

/** Who uses a task or a feature. A custom attribute that names a task (only control makes one) counts, as source 004 says. */
export function users(model: Model, { kind, id }: Thing): Thing[] {
  const fields = kind === 'task' ? ['task_id'] : ['feature_id', 'train_feature_id', 'test_feature_id'];
  if (kind !== 'task' && kind !== 'feature') return [];
  return model.things.filter((thing) => fields.some((field) => thing.uses[field] === id));
}

/** What a new thing must find: everything it names is there and completed. */
export function missingParts(model: Model, uses: Readonly<Record<string, string>>): number[] {
  return Object.entries(uses).flatMap(([field, id]) => {
    const used = find(model, field === 'task_id' ? 'task' : 'feature', id);
    if (!used) return [404];
    return used.status === 'completed' ? [] : [409];
  });
}

export const api = {
  create(model: Model, kind: Kind, name: string | undefined, uses: Readonly<Record<string, string>>, answer: Answer) {
    if (name === undefined || name.length === 0) return refused([422]);
    if (name.length > 100) return refused([422], '10101');
    const problems = missingParts(model, uses);
    const taken = of(model, kind).some((thing) => thing.name === name);
    if (taken && problems.length === 0) return refused([409], '10102');
    if (problems.length > 0) return refused(taken ? [...problems, 409] : problems);
    const captured = Object.fromEntries(
      Object.entries(uses).map(([field, id]) => [
        field.replace(/_id$/, '_name'),
        find(model, field === 'task_id' ? 'task' : 'feature', id)?.name ?? '',
      ]),
    );
    const id = String((answer.body as Record<string, unknown>)[words[kind].id]);
    assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    assert.ok(![...model.things, ...model.gone].some((thing) => thing.id === id), 'ids are never given twice');
    model.things.push({ kind, id, name, status: 'registered', flows: true, uses: { ...uses }, captured });
    return { status: 200, body: { [words[kind].id]: id, [words[kind].name]: name, ...uses, ...captured } };
  },
  get(model: Model, kind: Kind, id: string) {
    const thing = find(model, kind, id);
    if (!thing) return refused([404]);
    const { task_id: task, ...uses } = thing.uses;
    // A custom attribute has no task in the documented interface, whatever control gave it.
    const named = kind === 'attribute' || task === undefined ? uses : { ...uses, task_id: task };
    const body = { [words[kind].id]: id, status: thing.status, ...named, ...thing.captured };
    return { status: 200, body: thing.name === undefined ? body : { ...body, [words[kind].name]: thing.name } };
  },
  /** A file of an intent; what one gets that is not completed no page says, only that "completed" means usable. */
  download(model: Model, id: string): readonly number[] {
    const thing = find(model, 'intent', id);
    if (!thing) return [404];
    return thing.status === 'completed' ? [200] : [404, 409, 422];
  },
  remove(model: Model, kind: Kind, id: string) {
    const thing = find(model, kind, id);
    if (!thing) return refused([404]);
    if (blocked.includes(thing.status)) return refused([409]);
    // Source 004: what uses it and has not begun, or has ended, does not stand in the way.
    if (users(model, thing).some((user) => blocked.includes(user.status))) return refused([409]);
    model.things = model.things.filter((one) => one !== thing);
    model.gone.push({ kind, id });
    return { status: 200, body: { [words[kind].id]: id } };
  },
};

export type Prediction =
  | { readonly refused: readonly number[]; readonly code: string | undefined }
  | { readonly status: number; readonly body: object };
