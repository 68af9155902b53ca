import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Answer, openSandbox, twelveLabsKey } from '../model/support/sandbox.js';
import { badId, indexedOrder, taskOrder } from '../model/twelvelabsModel.js';
import { expectOrder } from './support/order.js';
import { type Query, queryOf } from './support/query.js';

const sandbox = await openSandbox('twelvelabs', twelveLabsKey);
beforeEach(() => sandbox.mock.reset());

const base = '/v1.3';
const idOf = (number: number) => number.toString(16).padStart(24, '0');
const home = idOf(0xa);
const maybe = <const T>(...of: readonly T[]) => fc.option(fc.constantFrom(...of), { nil: undefined });

type Item = Readonly<Record<string, unknown>> & { readonly _id: string };
const itemsIn = (answer: Answer) => (answer.body as { data: Item[] }).data;

/** Asks for every page and one beyond the last, and gives what they held. */
function allPages(path: string, query: Query, limit: number | undefined, expected: number): Item[] {
  const size = limit ?? 10;
  const pages = Math.ceil(expected / size);
  const seen: Item[] = [];
  for (let page = 1; page <= pages + 1; page += 1) {
    const asked = { ...query, page_limit: limit, page: page === 1 ? undefined : page };
    const answer = sandbox.send('GET', `${base}/${path}${queryOf(asked)}`);
    const info = { page, limit_per_page: size, total_page: pages, total_results: expected };
    expect(answer).toMatchObject({ status: 200, body: { page_info: info } });
    expect(itemsIn(answer).length).toBe(Math.max(0, Math.min(size, expected - (page - 1) * size)));
    seen.push(...itemsIn(answer));
  }
  return seen;
}

const limits = fc.constantFrom(undefined, 1, 2, 10, 50);
const times = [
  '2026-01-01T00:00:00.000Z',
  '2026-01-01T00:00:00.500Z',
  '2026-01-02T00:00:00.000Z',
  '2026-02-01T09:11:20.463Z',
];
const time = fc.constantFrom(...times);
/** Documented with and without fractions; and any offset is RFC 3339. */
const since = maybe(
  '2026-01-01T00:00:00Z',
  '2026-01-01T00:00:00.500Z',
  '2026-01-02T01:00:00+01:00',
  '2027-01-01T00:00:00Z',
);
const later = (text: unknown, from: string | undefined) =>
  from === undefined || Date.parse(String(text)) >= Date.parse(from);
const dates = { created_at: since, updated_at: since };
const fresh = (
  one: { created_at: string; updated_at: string },
  asked: { created_at?: string | undefined; updated_at?: string | undefined },
) => later(one.created_at, asked.created_at) && later(one.updated_at, asked.updated_at);
type SortKey = 'created_at' | 'updated_at';
const sorting = fc.record({
  sort_by: maybe<SortKey>('created_at', 'updated_at'),
  sort_option: maybe<'asc' | 'desc'>('asc', 'desc'),
});

const media = fc.record({
  filename: fc.constantFrom('a.mp4', 'A.mp4', 'b c&d.mp4'),
  duration: fc.constantFrom(9, 9.5, 10, 100),
  fps: fc.constantFrom(24, 29.97, 30),
  width: fc.constantFrom(640, 1280),
  height: fc.constantFrom(360, 720),
  size: fc.constantFrom(99, 100, 1_000),
});
type Media = typeof media extends fc.Arbitrary<infer Value> ? Value : never;

function put(resource: string, held: readonly object[]): string[] {
  return held.map((fields, at) => {
    sandbox.put(resource, idOf(0x100 + at), { ...fields });
    return idOf(0x100 + at);
  });
}

/** Keeps at most two of many filters: all at once would leave nothing. */
const few = <T extends object>(filters: fc.Arbitrary<T>) =>
  fc.tuple(filters, fc.nat(30), fc.nat(30)).map(([all, one, other]) => {
    const names = Object.keys(all);
    const kept = [names[one % names.length], names[other % names.length]];
    return Object.fromEntries(Object.entries(all).filter(([name]) => kept.includes(name))) as Partial<T>;
  });

describe('the list of tasks', () => {
  const task = fc.record({
    status: fc.constantFrom(...taskOrder, 'failed'),
    index_id: fc.constantFrom(home, idOf(0xb)),
    system_metadata: media,
    created_at: time,
    updated_at: time,
  });
  const filters = fc.record({
    index_id: maybe(home, idOf(0xc)),
    status: fc.option(fc.array(fc.constantFrom(...taskOrder, 'failed'), { minLength: 1, maxLength: 3 }), {
      nil: undefined,
    }),
    filename: maybe('a.mp4', 'b c&d.mp4', 'z'),
    duration: maybe(9, 9.5, 10),
    width: maybe(640, 1),
    height: maybe(720),
    ...dates,
  });

  it('holds those that fit every filter, in the order asked for', () => {
    fc.assert(
      fc.property(fc.array(task, { maxLength: 12 }), few(filters), sorting, limits, (held, asked, sorted, limit) => {
        sandbox.mock.reset();
        const ids = put('task', held);
        const fits = (one: (typeof held)[number]) =>
          (asked.index_id === undefined || one.index_id === asked.index_id) &&
          (asked.status === undefined || asked.status.includes(one.status)) &&
          (['filename', 'duration', 'width', 'height'] as const).every(
            (name) => asked[name] === undefined || one.system_metadata[name] === asked[name],
          ) &&
          fresh(one, asked);
        const wanted = ids.filter((_, at) => held[at] && fits(held[at]));
        const seen = allPages('tasks', { ...asked, ...sorted }, limit, wanted.length);
        expect(seen.map(({ _id }) => _id).sort()).toEqual(wanted);
        expectOrder(seen, (one) => String(one[sorted.sort_by ?? 'created_at']), sorted.sort_option ?? 'desc');
      }),
      { numRuns: 300 },
    );
  });
});

describe('the list of indexes', () => {
  const model = fc.record({
    model_name: fc.constantFrom('marengo3.0', 'pegasus1.2'),
    model_options: fc.subarray(['visual', 'audio'], { minLength: 1 }),
  });
  const index = fc.record({
    models: fc.uniqueArray(model, { minLength: 1, maxLength: 2, selector: (one) => one.model_name }),
    created_at: time,
    updated_at: time,
  });
  const filters = fc.record({
    index_name: maybe('name 1', 'name', 'Name 1'),
    model_options: maybe('visual', 'audio', 'visual,audio'),
    model_family: maybe('marengo', 'pegasus'),
    ...dates,
  });

  it('holds those that fit every filter, in the order asked for', () => {
    fc.assert(
      fc.property(fc.array(index, { maxLength: 12 }), few(filters), sorting, limits, (held, asked, sorted, limit) => {
        sandbox.mock.reset();
        const named = held.map((one, at) => ({ ...one, index_name: `name ${at}` }));
        const ids = put('index', named);
        const fits = (one: (typeof named)[number]) =>
          (asked.index_name === undefined || one.index_name === asked.index_name) &&
          (asked.model_options ?? '')
            .split(',')
            .filter(Boolean)
            .every((option) => one.models.some((each) => each.model_options.includes(option))) &&
          one.models.some((each) => each.model_name.startsWith(asked.model_family ?? '')) &&
          fresh(one, asked);
        const wanted = ids.filter((_, at) => named[at] && fits(named[at]));
        const seen = allPages('indexes', { ...asked, ...sorted }, limit, wanted.length);
        expect(seen.map(({ _id }) => _id).sort()).toEqual(wanted);
        expectOrder(seen, (one) => String(one[sorted.sort_by ?? 'created_at']), sorted.sort_option ?? 'desc');
      }),
      { numRuns: 300 },
    );
  });
});

describe.each(['videos', 'indexed-assets'])('the list of %s', (family) => {
  const path = `indexes/${home}/${family}`;
  const item = fc.record({
    status: fc.constantFrom('ready', 'ready', ...indexedOrder, 'failed'),
    index_id: fc.constantFrom(home, home, home, idOf(0xb)),
    system_metadata: media,
    user_metadata: fc.record(
      { mood: fc.constantFrom('calm', 'wild'), takes: fc.constantFrom(1, 2), done: fc.boolean() },
      { requiredKeys: [] },
    ),
    created_at: time,
    updated_at: time,
  });
  type Held = typeof item extends fc.Arbitrary<infer Value> ? Value : never;
  const measures = ['duration', 'fps', 'width', 'height', 'size'] as const;
  const bound = fc.tuple(
    fc.constantFrom(...measures),
    fc.constantFrom('gte' as const, 'lte' as const),
    fc.constantFrom(9, 10, 30, 100, 640, 720, 1_000),
  );
  const filters = fc.record({
    filename: maybe<Media['filename']>('a.mp4', 'b c&d.mp4'),
    mood: maybe('calm', 'wild', 'odd'),
    takes: maybe(1, 2, 3),
    done: maybe(true, false),
    ...dates,
    ...(family === 'videos'
      ? {}
      : { status: fc.option(fc.subarray([...indexedOrder, 'failed'], { minLength: 1 }), { nil: undefined }) }),
  });
  const fill = (held: readonly Held[]) => {
    sandbox.mock.reset();
    for (const at of [0xa, 0xb]) sandbox.put('index', idOf(at), { index_name: `index ${at}` });
    return put('indexedAsset', held);
  };

  it('holds those of the index that fit every filter, in the order asked for', () => {
    const ranges = fc.array(bound, { maxLength: 2 });
    fc.assert(
      fc.property(
        fc.array(item, { maxLength: 12 }),
        few(filters),
        ranges,
        sorting,
        limits,
        (held, asked, between, sorted, limit) => {
          const ids = fill(held);
          const { status } = asked as { status?: readonly string[] };
          const range = Object.fromEntries(between.map(([name, side, value]) => [`${name}[${side}]`, value]));
          const within = ({ system_metadata: facts }: Held) =>
            Object.entries(range).every(([key, value]) => {
              const [name = 'size', side] = key.slice(0, -1).split('[') as [(typeof measures)[number], string];
              return side === 'gte' ? facts[name] >= value : facts[name] <= value;
            });
          const fits = (one: Held) =>
            one.index_id === home &&
            (family === 'videos' ? one.status === 'ready' : status === undefined || status.includes(one.status)) &&
            (asked.filename === undefined || one.system_metadata.filename === asked.filename) &&
            (['mood', 'takes', 'done'] as const).every(
              (name) => asked[name] === undefined || one.user_metadata[name] === asked[name],
            ) &&
            within(one) &&
            fresh(one, asked);
          const wanted = ids.filter((_, at) => held[at] && fits(held[at]));
          const seen = allPages(path, { ...asked, ...range, ...sorted }, limit, wanted.length);
          expect(seen.map(({ _id }) => _id).sort()).toEqual(wanted);
          expectOrder(seen, (one) => String(one[sorted.sort_by ?? 'created_at']), sorted.sort_option ?? 'desc');
        },
      ),
      { numRuns: 300 },
    );
  });

  it.each([
    'mood=calm',
    'user_metadata=%7B%22mood%22%3A%22calm%22%7D',
    'user_metadata[mood]=calm',
    'user_metadata%5Bmood%5D=calm',
    'duration[gte]=10',
    'duration%5Bgte%5D=10',
  ])('takes %s, as the clients write it', (query) => {
    const one = { filename: 'a.mp4', duration: 10, fps: 30, width: 1, height: 1, size: 1 };
    const held = { status: 'ready', index_id: home, system_metadata: one, created_at: times[0], updated_at: times[0] };
    const odd = { ...held, system_metadata: { ...one, duration: 9 }, user_metadata: { mood: 'wild' } };
    fill([{ ...held, user_metadata: { mood: 'calm' } }, odd] as Held[]);
    expect(sandbox.send('GET', `${base}/${path}?${query}`)).toMatchObject({ body: { data: [{ _id: idOf(0x100) }] } });
  });
});

describe('the list of assets', () => {
  const types = { image: 'image/png', video: 'video/mp4', audio: 'audio/mpeg' };
  const asset = fc.record({
    filename: fc.constantFrom('Holiday.mp4', 'holiday 2.png', 'talk.mp3', 'ÜBER.mp4'),
    file_type: fc.constantFrom(...Object.values(types)),
    status: fc.constantFrom('processing', 'ready', 'failed'),
    created_at: time,
  });
  const filters = fc.record({
    asset_ids: fc.option(
      fc.array(fc.constantFrom(0x100, 0x101, 0x105, 0x999).map(idOf), { minLength: 1, maxLength: 4 }),
      { nil: undefined },
    ),
    asset_types: fc.option(fc.subarray(['image', 'video', 'audio'] as const, { minLength: 1 }), { nil: undefined }),
    filename: maybe('holiday', 'HOLIDAY', '.mp', 'über', 'zzz'),
  });

  it('holds those that fit every filter, the newest first', () => {
    fc.assert(
      fc.property(fc.array(asset, { maxLength: 12 }), filters, limits, (held, asked, limit) => {
        sandbox.mock.reset();
        const ids = put('asset', held);
        const wanted = ids.filter((id, at) => {
          const one = held[at];
          return (
            one !== undefined &&
            (asked.asset_ids === undefined || asked.asset_ids.includes(id)) &&
            (asked.asset_types === undefined || asked.asset_types.some((type) => types[type] === one.file_type)) &&
            one.filename.toLowerCase().includes((asked.filename ?? '').toLowerCase())
          );
        });
        const seen = allPages('assets', asked, limit, wanted.length);
        expect(seen.map(({ _id }) => _id).sort()).toEqual(wanted);
        expectOrder(seen, (one) => String(one['created_at']), 'desc');
      }),
      { numRuns: 300 },
    );
  });

  it('tells page by page where one asset was indexed', () => {
    sandbox.put('index', home, { index_name: 'home' });
    for (const at of [1, 2]) sandbox.put('asset', idOf(at), { status: 'ready' });
    put(
      'indexedAsset',
      Array.from({ length: 7 }, (_, at) => ({ index_id: home, asset_id: idOf(at === 0 ? 2 : 1) })),
    );
    for (const limit of [undefined, 1, 4, 50]) {
      const seen = allPages(`assets/${idOf(1)}/indexed-assets`, {}, limit, 6);
      expect(new Set(seen.map(({ _id }) => _id)).size).toBe(6);
      expect(seen[0]).toMatchObject({ index: { _id: home, name: 'home' } });
    }
  });
});

describe.each(['tasks', 'indexes', `indexes/${home}/videos`, `indexes/${home}/indexed-assets`, 'assets'])(
  'the list %s',
  (path) => {
    beforeEach(() => sandbox.put('index', home, { index_name: 'home' }));
    const sortable =
      path === 'assets'
        ? []
        : ['sort_by=name', 'sort_by=', 'sort_option=up', 'created_at=yesterday', 'updated_at=2026-13-01T00:00:00Z'];
    const own: Readonly<Record<string, readonly string[]>> = {
      tasks: ['status=done', 'status=ready&status=done', 'duration=long'],
      indexes: ['model_family=gpt', 'model_options=smell', 'model_options=visual,smell'],
      [`indexes/${home}/videos`]: ['duration[gte]=x', 'width[lte]=1.5'],
      [`indexes/${home}/indexed-assets`]: ['status=validating', 'size[gte]=big'],
      assets: ['asset_types=text'],
    };

    it.each([
      'page=0',
      'page=-1',
      'page=x',
      'page=1.5',
      'page=',
      'page=1&page=2',
      'page_limit=0',
      'page_limit=51',
      'page_limit=x',
      ...sortable,
      ...(own[path] ?? []),
    ])('is refused with %s', (query) => {
      expect(sandbox.send('GET', `${base}/${path}?${query}`)).toMatchObject(badId);
    });

    it.each(['page_limit=50', 'page_limit=1', 'page=100000'])('is answered with %s', (query) => {
      expect(sandbox.send('GET', `${base}/${path}?${query}`).status).toBe(200);
    });
  },
);
