import { describe, expect, it } from 'vitest';
import { createMock, type LoadedContract, loadContract, type Mock, type MockOptions } from '../../../src/index.js';
import { parcel } from '../server/support/parcels.js';
import { type ContractFolder, parcelsFolder } from './support/parcelsFolder.js';

const parcels = await loadContract('test/fixtures/contracts/parcels');
const start = Date.UTC(2026, 0, 2);
const nothing = { added: [], removed: [], changed: [] };

/** The parcels contract with something edited. */
async function edited(edit: (folder: ContractFolder) => void): Promise<LoadedContract> {
  using folder = parcelsFolder();
  edit(folder);
  return await folder.load();
}

function openMock(options: MockOptions = {}): Mock {
  return createMock([parcels], { auth: 'off', start, wallTime: () => start, ...options });
}

function send(mock: Mock, method: string, path: string): { status: number; rule: string | undefined } {
  const { status, headers } = mock.handle({ method, target: `/v2${path}`, headers: {} });
  return { status, rule: headers['x-tombstone-rule'] };
}

const remove = (mock: Mock, key: string) => send(mock, 'DELETE', `/parcels/${key}`);
const keysOf = (mock: Mock) => mock.records.all('parcels', 'parcel').map(({ id }) => id);

describe('replacing a contract', () => {
  it('changes the answers, keeps the records, and names the rules that are new, gone and otherwise', async () => {
    const mock = openMock();
    expect(remove(mock, parcel.moving)).toEqual({ status: 409, rule: 'parcels/deleteParcel/busy' });
    const before = mock.exportState();
    const next = await edited((folder) => {
      folder.edit('lifecycle.yaml', /.*\{ id: busy, when.*\n/, '');
      folder.edit(
        'lifecycle.yaml',
        'when: { state: [waiting, done, lost] }',
        'when: { state: [waiting, moving, done, lost] }',
      );
      folder.edit('lifecycle.yaml', '{ id: reported,', '{ id: noted,');
    });
    expect(mock.replaceContract(next)).toEqual({
      provider: 'parcels',
      rules: {
        added: ['parcels/reportLost/noted'],
        removed: ['parcels/deleteParcel/busy', 'parcels/reportLost/reported'],
        changed: ['parcels/deleteParcel/deleted'],
        reordered: [],
      },
      operations: nothing,
      resources: nothing,
      others: [],
      records: { kept: 6, dropped: [] },
      switches: [],
      droppedFaults: [],
      newFixtures: false,
    });
    expect(mock.exportState()).toEqual(before);
    expect(mock.contracts).toEqual([next.compiled]);
    expect(remove(mock, parcel.moving)).toEqual({ status: 204, rule: 'parcels/deleteParcel/deleted' });
    expect(mock.journal.list()).toHaveLength(2);
  });

  it('does not take another place in the file, nor a comment, for a change', async () => {
    const next = await edited((folder) => folder.write('lifecycle.yaml', `# New\n\n${folder.text('lifecycle.yaml')}`));
    const { rules, operations, resources, others } = openMock().replaceContract(next);
    expect({ rules, operations, resources, others }).toEqual({
      rules: { ...nothing, reordered: [] },
      operations: nothing,
      resources: nothing,
      others: [],
    });
  });

  it('names tables whose rules are tried in another order, and every other part that changed', async () => {
    const next = await edited((folder) => {
      folder.edit('lifecycle.yaml', /( +- \{ id: busy,.*\n)( +- \{ id: kept,.*\n)/, '');
      folder.edit('lifecycle.yaml', /(?=^ +- \{ id: deleted, when: \{ state: \[waiting)/m, `${kept}${busy}`);
      folder.edit('lifecycle.yaml', 'Parcel {$record#/id} is', 'The parcel {$record#/id} is');
      folder.edit('lifecycle.yaml', 'waiting: { after: 1s', 'waiting: { after: 2s');
      folder.edit('lifecycle.yaml', 'time: iso', 'time: iso-ms');
      folder.edit('openapi.yaml', 'name: force', 'name: forced');
      folder.edit('lifecycle.yaml', '$request.query.force', '$request.query.forced');
    });
    expect(openMock().replaceContract(next)).toMatchObject({
      rules: { changed: ['parcels/deleteDepot/not-empty'], reordered: ['parcels/deleteParcel'] },
      operations: { added: [], removed: [], changed: ['deleteDepot'] },
      resources: { added: [], removed: [], changed: ['parcel'] },
      others: ['components/examples', 'x-lifecycle/time'],
    });
  });

  it('drops the records whose state is gone, and names them', async () => {
    const mock = openMock();
    mock.records.patch({ provider: 'parcels', resource: 'parcel', key: parcel.waiting }, { status: 'lost' });
    const { records } = mock.replaceContract(await withoutLost());
    const address = { provider: 'parcels', resource: 'parcel', why: 'state', state: 'lost' };
    expect(records).toEqual({
      kept: 4,
      dropped: [
        { ...address, key: parcel.waiting },
        { ...address, key: parcel.lost },
      ],
    });
    expect(keysOf(mock)).toEqual([parcel.moving, parcel.done]);
    expect(send(mock, 'GET', `/parcels/${parcel.lost}`).status).toBe(404);
  });

  it('drops the records whose resource is gone', async () => {
    const next = await edited((folder) => {
      folder.edit('lifecycle.yaml', / {10}depot:\n(?: {12}.*\n)+/, '');
      folder.edit('lifecycle.yaml', / {12}refs: \{ depot.*\n/, '');
      folder.edit('lifecycle.yaml', / {10}createDepot:\n[\s\S]*?(?= {10}createParcel:)/, '');
      folder.edit('lifecycle.yaml', / {12}bind: \{ depot.*\n/, '');
      folder.edit('lifecycle.yaml', /.*\{ id: no-depot.*\n/, '');
      folder.edit('openapi.yaml', / {2}\/depots:\n[\s\S]*?(?= {2}\/parcels:)/, '');
      folder.edit('fixtures.yaml', /depot:\n(?: .*\n)+/, '');
    });
    const mock = openMock();
    const before = keysOf(mock);
    const report = mock.replaceContract(next);
    expect(report.records.kept).toBe(4);
    expect(report.records.dropped).toMatchObject([
      { resource: 'depot', why: 'resource' },
      { resource: 'depot', why: 'resource' },
    ]);
    expect(report.operations.removed).toEqual(['createDepot', 'getDepot', 'deleteDepot']);
    expect(report.resources).toEqual({ added: [], removed: ['depot'], changed: ['parcel'] });
    expect(keysOf(mock)).toEqual(before);
    expect(Object.keys(mock.exportState().providers['parcels']?.records ?? {})).toEqual(['parcel']);
  });

  it('drops the faults on operations that are gone, and keeps the others', async () => {
    const mock = openMock();
    const gone = mock.faults.add({ operation: 'parcels/reportLost', fault: { status: 503 } });
    const kept = mock.faults.add({ operation: 'parcels/*', after: 1, fault: { status: 502 } });
    expect(mock.replaceContract(await withoutLost()).droppedFaults).toEqual([
      { id: gone, operation: 'parcels/reportLost', fault: { status: 503 }, calls: 0, hits: 0 },
    ]);
    expect(mock.faults.list()).toMatchObject([{ id: kept }]);
    expect([send(mock, 'GET', '/parcels').status, send(mock, 'GET', '/parcels').status]).toEqual([200, 502]);
    expect(() => mock.faults.once('parcels/reportLost', { status: 503 })).toThrow(/bad-fault/);
  });

  it('keeps the settings that were chosen, and lets the others follow the default', async () => {
    const mock = openMock({ switches: { parcels: { unknownInput: 'ignore' } } });
    mock.switches.set('parcels', { unknownParcel: 'idempotent' });
    const next = await edited((folder) => {
      for (const name of ['unknownParcel', 'lostParcels', 'unknownInput']) flipDefault(folder, name);
    });
    expect(mock.replaceContract(next).switches).toEqual([{ name: 'lostParcels', was: 'keep', now: 'delete' }]);
    expect(mock.switches.get('parcels')).toEqual({
      unknownParcel: 'idempotent',
      lostParcels: 'delete',
      unknownInput: 'ignore',
    });
  });

  it('sets a switch back to its default where it has no such value any more, and names those that are gone', async () => {
    const mock = openMock({ switches: { parcels: { unknownParcel: 'idempotent', unknownInput: 'refuse' } } });
    const next = await edited((folder) => {
      folder.edit('lifecycle.yaml', /idempotent: \{ basis/, 'forgiving: { basis');
      folder.edit('lifecycle.yaml', 'idempotent: 204', 'forgiving: 204');
      folder.edit('lifecycle.yaml', / {10}unknownInput:\n(?: {12}.*\n)+/, '');
      folder.edit(
        'lifecycle.yaml',
        'switch: unknownInput, reply: { ignore: go-on, refuse: 400 badInput }',
        'reply: go-on, basis: inferred',
      );
    });
    expect(mock.replaceContract(next).switches).toEqual([
      { name: 'unknownParcel', was: 'idempotent', now: 'refuse' },
      { name: 'unknownInput', was: 'refuse' },
    ]);
    mock.reset();
    expect(mock.switches.get('parcels')).toEqual({ unknownParcel: 'refuse', lostParcels: 'keep' });
  });

  it('keeps the records where only the fixtures changed; reset brings the new ones', async () => {
    const mock = openMock();
    remove(mock, parcel.done);
    const before = mock.exportState();
    const next = await edited((folder) => folder.edit('fixtures.yaml', /.*status: waiting.*\n/, ''));
    expect(mock.replaceContract(next)).toMatchObject({ newFixtures: true, records: { kept: 5, dropped: [] } });
    expect(mock.exportState()).toEqual(before);
    mock.reset();
    expect(keysOf(mock)).toEqual([parcel.moving, parcel.done, parcel.lost]);
  });

  it('says nothing of new fixtures where the sandbox was given its own', async () => {
    const fixtures = { parcels: { parcel: [{ id: parcel.done, status: 'done' }] } };
    const mock = openMock({ fixtures });
    const next = await edited((folder) => folder.edit('fixtures.yaml', 'name: South', 'name: East'));
    expect(mock.replaceContract(next).newFixtures).toBe(false);
    mock.reset();
    expect(keysOf(mock)).toEqual([parcel.done]);
  });

  it('lets states flow by the new times, from when they were entered', async () => {
    const mock = openMock();
    const id = postParcel(mock);
    mock.clock.advance('500ms');
    mock.replaceContract(await edited((folder) => folder.edit('lifecycle.yaml', 'after: 1s', 'after: 1500ms')));
    const state = () => mock.records.get({ provider: 'parcels', resource: 'parcel', key: id })?.['status'];
    mock.clock.advance('999ms');
    expect(state()).toBe('waiting');
    mock.clock.advance('1ms');
    expect(state()).toBe('moving');
  });

  it('gives sandboxes made afterwards the new contract, and leaves those made before alone', async () => {
    const mock = openMock();
    const before = mock.createSandbox();
    mock.replaceContract(await withoutLost());
    expect(keysOf(before)).toHaveLength(4);
    expect(keysOf(mock.createSandbox())).toHaveLength(3);
  });

  it('uses up none of the random numbers that ids are made of', () => {
    const options = { fixtures: { parcels: { depot: [{ name: 'Mine' }], parcel: [] } } };
    const ids = [true, false].map((replaced) => {
      const mock = openMock(options);
      if (replaced) mock.replaceContract(parcels);
      return postDepot(mock);
    });
    expect(ids[0]).toBe(ids[1]);
  });

  it('lets what comes due at one instant happen in the order it would have happened in', async () => {
    const opening = await edited((folder) =>
      folder.edit(
        'lifecycle.yaml',
        'enter: { done:',
        'enter: { moving: [ { id: opened, effect: { create: { resource: depot, set: { name: $record#/note }, as: opened } }, basis: inferred } ], done:',
      ),
    );
    const names = [false, true].map((replaced) => {
      const mock = createMock([opening], { start, wallTime: () => start, fixtures: { parcels: {} } });
      const put = (note: string, flows: boolean) =>
        mock.records.put(
          { provider: 'parcels', resource: 'parcel', key: note },
          { status: 'waiting', note, _tombstone: { flows } },
        );
      put('made first, flows last', false);
      put('made last, flows first', true);
      put('made first, flows last', true);
      if (replaced) mock.replaceContract({ ...opening });
      mock.clock.advance('1s');
      return mock.records.all('parcels', 'depot').map(({ name }) => name);
    });
    expect(names[0]).toEqual(['made last, flows first', 'made first, flows last']);
    expect(names[1]).toEqual(names[0]);
  });

  it('applies what came due before by the rules before', async () => {
    let now = start;
    const mock = openMock({ pace: 'real', wallTime: () => now });
    const id = postParcel(mock);
    now += 1000;
    mock.replaceContract(await edited((folder) => folder.edit('lifecycle.yaml', 'after: 1s', 'after: 1h')));
    expect(mock.records.get({ provider: 'parcels', resource: 'parcel', key: id })).toMatchObject({ status: 'moving' });
  });

  it('takes what is newly a credential out of the journal', async () => {
    const mock = openMock();
    const next = await edited((folder) => folder.edit('openapi.yaml', 'name: x-parcel-key', 'name: x-parcel-pass'));
    const ask = () => mock.handle({ method: 'GET', target: '/v2/parcels', headers: { 'x-parcel-pass': 'p' } });
    ask();
    mock.replaceContract(next);
    ask();
    expect(mock.journal.list().map(({ request }) => request.headers['x-parcel-pass'])).toEqual(['p', '[redacted]']);
  });
});

describe('a replacement that cannot be', () => {
  const refused = async (mock: Mock, next: LoadedContract, message: RegExp) => {
    const before = [mock.exportState(), mock.contracts, mock.faults.list(), mock.switches.get('parcels')];
    expect(() => mock.replaceContract(next)).toThrow(message);
    expect([mock.exportState(), mock.contracts, mock.faults.list(), mock.switches.get('parcels')]).toEqual(before);
    expect(remove(mock, parcel.done)).toEqual({ status: 204, rule: 'parcels/deleteParcel/deleted' });
  };

  it('changes nothing: a route that another contract has', async () => {
    using folder = parcelsFolder('letters');
    folder.edit('openapi.yaml', 'https://api.parcels.example/v2', 'https://api.parcels.example/v3');
    const mock = createMock([parcels, await folder.load()], { auth: 'off' });
    mock.faults.add({ operation: 'parcels/reportLost', fault: { status: 503 } });
    const next = await edited((own) => own.edit('openapi.yaml', 'parcels.example/v2', 'parcels.example/v3'));
    await refused(mock, next, /have POST \/v3\/depots.*route-collision/);
  });

  it('changes nothing: fixtures of its own that it has no state for', async () => {
    const next = await edited((folder) => {
      folder.edit('fixtures.yaml', 'status: lost', 'status: waiting');
      withoutLostIn(folder);
    });
    const mock = openMock({
      fixtures: { parcels: { parcel: [{ id: parcel.done, status: 'done' }, { status: 'lost' }] } },
    });
    await refused(mock, next, /has no status "lost".*unknown-state/);
  });

  it('changes nothing: a contract of another name', async () => {
    using folder = parcelsFolder('letters');
    await refused(openMock(), await folder.load(), /no provider "letters".*unknown-provider/);
  });
});

const busy = rowOf('busy');
const kept = rowOf('kept');

function rowOf(id: string): string {
  using folder = parcelsFolder();
  return new RegExp(`^ +- \\{ id: ${id}, .*\\n`, 'm').exec(folder.text('lifecycle.yaml'))?.[0] ?? '';
}

function withoutLost(): Promise<LoadedContract> {
  return edited((folder) => {
    folder.edit('fixtures.yaml', /.*status: lost.*\n/, '');
    withoutLostIn(folder);
  });
}

/** Takes the state `lost` out of the rules, and the operation that leads to it with it. */
function withoutLostIn(folder: ContractFolder): void {
  folder.edit('lifecycle.yaml', 'values: [waiting, moving, done, lost]', 'values: [waiting, moving, done]');
  folder.edit('lifecycle.yaml', /.*\{ id: kept, when.*\n/, '');
  folder.edit('lifecycle.yaml', 'when: { state: [waiting, done, lost] }', 'when: { state: [waiting, done] }');
  folder.edit('lifecycle.yaml', / {10}reportLost:\n(?: {12}.*\n)+/, '');
  folder.edit('lifecycle.yaml', / {10}lostParcels:\n(?: {12}.*\n)+/, '');
  folder.edit('openapi.yaml', / {2}\/parcels\/\{id\}\/report-lost:\n(?: {4}.*\n)+/, '');
}

function flipDefault(folder: ContractFolder, name: string): void {
  const others: Record<string, [string, string]> = {
    unknownParcel: ['refuse', 'idempotent'],
    lostParcels: ['keep', 'delete'],
    unknownInput: ['ignore', 'refuse'],
  };
  const [from, to] = others[name] ?? ['', ''];
  const text = folder.text('lifecycle.yaml');
  const at = text.indexOf(`${name}:`);
  folder.write('lifecycle.yaml', text.slice(0, at) + text.slice(at).replace(`default: ${from}`, `default: ${to}`));
}

function postParcel(mock: Mock): string {
  return post(mock, '/v2/parcels', { depot_id: '1f0c7a52-54a5-4b47-9a3e-0d2c54a4f001', weight: 1 });
}

function postDepot(mock: Mock): string {
  return post(mock, '/v2/depots', { name: 'New' });
}

function post(mock: Mock, target: string, fields: object): string {
  const body = new TextEncoder().encode(JSON.stringify(fields));
  const answer = mock.handle({ method: 'POST', target, headers: { 'content-type': 'application/json' }, body });
  return (JSON.parse(String(answer.body)) as { readonly id: string }).id;
}
