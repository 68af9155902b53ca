import { expect, it } from 'vitest';
import { ask, handIn, parcel, parcelMock, statusOf } from './support/parcels.js';

const address = (key: string) => ({ provider: 'parcels', resource: 'parcel', key });

it('leave a state after so many reads; the read that ends it still shows it', () => {
  const mock = parcelMock();
  const id = handIn(mock);
  mock.clock.advance('1s');
  const seen = [1, 2, 3, 4].map(() => ask(mock, 'GET', `/parcels/${id}`).body['status']);
  expect(seen).toEqual(['moving', 'moving', 'moving', 'done']);
});

it('count reads from when the state was entered', () => {
  const mock = parcelMock();
  const id = handIn(mock);
  for (let times = 0; times < 5; times += 1) ask(mock, 'GET', `/parcels/${id}`);
  mock.clock.advance('1s');
  const seen = [1, 2, 3, 4].map(() => ask(mock, 'GET', `/parcels/${id}`).body['status']);
  expect(seen).toEqual(['moving', 'moving', 'moving', 'done']);
});

it('count no list, no refused request and no look by control for a read', () => {
  const mock = parcelMock();
  const id = handIn(mock);
  mock.clock.advance('1s');
  for (let times = 0; times < 5; times += 1) {
    ask(mock, 'GET', '/parcels');
    ask(mock, 'DELETE', `/parcels/${id}`);
    mock.records.get(address(id));
    mock.exportState();
  }
  expect(statusOf(mock, id)).toBe('moving');
});

it('run what a state does on entry, however it was entered', () => {
  const mock = parcelMock();
  const id = handIn(mock);
  mock.clock.advance('1s');
  for (let times = 0; times < 3; times += 1) ask(mock, 'GET', `/parcels/${id}`);
  expect(mock.records.get(address(id))).toMatchObject({ status: 'done', done_at: '2026-01-01T00:00:01Z' });
});

it('happen in one go where much time passes, each at its own moment', () => {
  const mock = parcelMock();
  const first = handIn(mock);
  mock.clock.advance('500ms');
  const second = handIn(mock);
  mock.clock.advance('1h');
  const changed = [first, second].map((id) => mock.records.get(address(id))?.['updated_at']);
  expect(changed).toEqual(['2026-01-01T00:00:01Z', '2026-01-01T00:00:01Z']);
  expect(mock.clock.now() % 3_600_000).toBe(500);
});

it('do not happen to a record that moved on, was deleted, or was told its state', () => {
  const mock = parcelMock();
  const [lost, gone, held, again] = [handIn(mock), handIn(mock), handIn(mock), handIn(mock)];
  ask(mock, 'POST', `/parcels/${lost}/report-lost`);
  ask(mock, 'DELETE', `/parcels/${gone}`);
  mock.records.patch(address(held), { status: 'waiting' });
  mock.records.remove(address(again));
  mock.records.put(address(again), { status: 'waiting' });
  mock.clock.advance('1h');
  expect([lost, gone, held, again].map((id) => statusOf(mock, id))).toEqual(['lost', undefined, 'waiting', 'waiting']);
});

it('go on for a record that control gives other fields', () => {
  const mock = parcelMock();
  const id = handIn(mock);
  mock.clock.advance('500ms');
  mock.records.patch(address(id), { note: 'fragile' });
  mock.clock.advance('500ms');
  expect(mock.records.get(address(id))).toMatchObject({ status: 'moving', note: 'fragile' });
});

it('never happen to fixtures', () => {
  const mock = parcelMock();
  mock.clock.advance('1d');
  for (let times = 0; times < 5; times += 1) ask(mock, 'GET', `/parcels/${parcel(2)}`);
  expect([statusOf(mock, parcel(1)), statusOf(mock, parcel(2))]).toEqual(['waiting', 'moving']);
});

it('are planned anew after a reset', () => {
  const mock = parcelMock();
  const id = handIn(mock);
  mock.reset();
  expect(handIn(mock), 'the same seed gives the same ids').toBe(id);
  mock.clock.advance('999ms');
  expect(statusOf(mock, id)).toBe('waiting');
  mock.clock.advance('1ms');
  expect(statusOf(mock, id)).toBe('moving');
});
