import { cpSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, it } from 'vitest';
import { type ContractChange, watchContract } from '../../../src/contract/watchContract.js';
import { ContractError } from '../../../src/index.js';
import { parcelsFolder } from './support/parcelsFolder.js';

/** Watches a folder; `next` waits for the change after the one it gave before. */
async function watching(folder: string) {
  const changes: ContractChange[] = [];
  let wake = () => {};
  const watched = await watchContract(folder);
  let given = 0;
  watched.follow((change) => {
    changes.push(change);
    wake();
  });
  return {
    watched,
    changes,
    async next(): Promise<ContractChange> {
      while (changes.length === given) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      given += 1;
      return changes[given - 1] ?? { errors: [] };
    },
    [Symbol.dispose]: () => watched.close(),
  };
}

/** Whoever is told of a change elsewhere that comes after another has waited long enough to be told of that one. */
async function longEnough(): Promise<void> {
  using elsewhere = parcelsFolder();
  using watch = await watching(elsewhere.path);
  for (const name of ['occupied', 'taken', 'engaged']) {
    elsewhere.edit('lifecycle.yaml', /id: (busy|occupied|taken), when/, `id: ${name}, when`);
    await watch.next();
  }
}

const rowsOf = ({ contract }: ContractChange) =>
  contract?.compiled.lifecycle.operations['deleteParcel']?.decide.map(({ id }) => id);
const placesOf = ({ errors = [] }: ContractChange) =>
  errors.map(({ place, code }) => `${basename(place.file)}:${place.line} ${code}`);

it.each(['in place', 'replacing'] as const)('a file that is written %s is read again', async (how) => {
  using folder = parcelsFolder();
  using watch = await watching(folder.path);
  for (const name of ['occupied', 'taken', 'engaged']) {
    folder.edit('lifecycle.yaml', /id: (busy|occupied|taken), when/, `id: ${name}, when`, how);
    expect(rowsOf(await watch.next())).toContain(name);
  }
  folder.edit('openapi.yaml', 'title: Parcel API', 'title: Parcels', how);
  expect((await watch.next()).contract?.compiled.document.info.title).toBe('Parcels');
  folder.edit('fixtures.yaml', 'name: South', 'name: East', how);
  expect((await watch.next()).contract?.compiled.fixtures['depot']).toMatchObject([
    { name: 'North' },
    { name: 'East' },
  ]);
  expect(watch.changes).toHaveLength(5);
});

it('a change between loading and following is told', async () => {
  using folder = parcelsFolder();
  const watched = await watchContract(folder.path);
  folder.edit('lifecycle.yaml', 'id: busy,', 'id: occupied,');
  const change = await new Promise<ContractChange>((resolve) => watched.follow(resolve));
  watched.close();
  expect(rowsOf(change)).toContain('occupied');
});

it('a file that is touched, or written as it was, is no change', async () => {
  using folder = parcelsFolder();
  using watch = await watching(folder.path);
  folder.edit('lifecycle.yaml', 'id: busy,', 'id: occupied,');
  await watch.next();
  folder.write('lifecycle.yaml', folder.text('lifecycle.yaml'));
  folder.write('notes.yaml', 'not: ours');
  await longEnough();
  folder.edit('lifecycle.yaml', 'id: occupied,', 'id: taken,');
  expect(rowsOf(await watch.next())).toContain('taken');
  expect(watch.changes).toHaveLength(2);
});

it('a document that lies elsewhere is watched there, also one that is named later or is not there yet', async () => {
  using folder = parcelsFolder();
  using vendor = parcelsFolder('vendor');
  const title = 'title: Parcel API';
  using watch = await watching(folder.path);
  folder.edit('lifecycle.yaml', 'extends: ./openapi.yaml', `extends: ${join(vendor.path, 'openapi.yaml')}`);
  expect((await watch.next()).contract).toBeDefined();
  vendor.edit('openapi.yaml', title, 'title: Theirs', 'replacing');
  expect((await watch.next()).contract?.compiled.document.info.title).toBe('Theirs');

  folder.edit('lifecycle.yaml', 'vendor/openapi.yaml', 'vendor/new/api.yaml');
  expect(placesOf(await watch.next())).toEqual(['lifecycle.yaml:4 contract-not-found']);
  const made = join(vendor.path, 'made');
  mkdirSync(made);
  cpSync(join(vendor.path, 'openapi.yaml'), join(made, 'api.yaml'));
  renameSync(made, join(vendor.path, 'new'));
  expect((await watch.next()).contract?.compiled.document.info.title).toBe('Theirs');
});

it('a document behind a link is watched where it really is', async () => {
  using folder = parcelsFolder();
  using vendor = parcelsFolder('vendor');
  rmSync(join(folder.path, 'openapi.yaml'));
  symlinkSync(join(vendor.path, 'openapi.yaml'), join(folder.path, 'openapi.yaml'));
  using watch = await watching(folder.path);
  await longEnough();
  vendor.edit('openapi.yaml', 'title: Parcel API', 'title: Theirs');
  expect((await watch.next()).contract?.compiled.document.info.title).toBe('Theirs');
});

it('a folder that is replaced as a whole goes on being watched', async () => {
  using folder = parcelsFolder();
  using other = parcelsFolder('other');
  using watch = await watching(folder.path);
  folder.edit('lifecycle.yaml', 'id: busy,', 'id: engaged,');
  expect(rowsOf(await watch.next())).toContain('engaged');
  other.edit('lifecycle.yaml', 'id: busy,', 'id: occupied,');
  rmSync(folder.path, { recursive: true });
  expect(placesOf(await watch.next())).toEqual(['lifecycle.yaml:1 contract-not-found']);
  renameSync(other.path, folder.path);
  expect(rowsOf(await watch.next())).toContain('occupied');
  folder.edit('lifecycle.yaml', 'id: occupied,', 'id: taken,');
  expect(rowsOf(await watch.next())).toContain('taken');
});

it('errors are told at their place: of syntax, of names, and those that only lint finds', async () => {
  using folder = parcelsFolder();
  using watch = await watching(folder.path);
  const good = folder.text('lifecycle.yaml');
  const line = good.slice(0, good.indexOf('- { id: busy,')).split('\n').length;
  const plant = async (from: string, to: string) => {
    folder.write('lifecycle.yaml', good.replace(from, to));
    return placesOf(await watch.next());
  };
  expect(await plant('id: busy, when: {', 'id: busy, when: [')).toContain(`lifecycle.yaml:${line} yaml-syntax`);
  expect(await plant('id: busy, when: {', 'id: busy, whn: {')).toEqual([`lifecycle.yaml:${line} lifecycle-shape`]);
  expect(await plant('when: { state: moving }, reply: 409 busy', 'when: { state: gone }, reply: 409 busy')).toEqual([
    `lifecycle.yaml:${line} unresolved-name`,
  ]);
  const missing = await plant('state: [waiting, done, lost] }', 'state: [waiting, done] }');
  expect(missing).toEqual([expect.stringMatching(/^lifecycle\.yaml:\d+ lint-not-total$/)]);
  folder.write('lifecycle.yaml', good);
  expect((await watch.next()).contract).toBeDefined();
});

it('what only lint finds wrong with a contract that is served already is told at once', async () => {
  using folder = parcelsFolder();
  folder.edit('lifecycle.yaml', 'state: [waiting, done, lost] }', 'state: [waiting, done] }');
  using watch = await watching(folder.path);
  expect(watch.watched.first.compiled.id).toBe('parcels');
  expect(placesOf(await watch.next())).toEqual([expect.stringMatching(/lint-not-total$/)]);
});

it('a contract that cannot be loaded is refused as without watching', async () => {
  using folder = parcelsFolder();
  writeFileSync(join(folder.path, 'lifecycle.yaml'), 'a: [');
  await expect(watchContract(folder.path)).rejects.toThrow(ContractError);
  await expect(watchContract('parcles')).rejects.toThrow(/unknown-provider/);
});

it('a bundled provider is read from its files', async () => {
  const watched = await watchContract('huawei-mpc');
  watched.close();
  expect([watched.id, watched.folder]).toEqual(['huawei-mpc', join('specs', 'huawei-mpc')]);
  expect(Object.keys(watched.first.functions)).not.toEqual([]);
});
