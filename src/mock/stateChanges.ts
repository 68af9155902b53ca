import type { LinkedResource } from '../engine/contract.js';
import { transition } from '../engine/transition.js';
import { createDueQueue } from '../store/dueQueue.js';
import type { StoredRecord, Write } from '../store/store.js';
import type { SandboxClock } from './clock.js';
import type { World } from './world.js';

/** A change that comes due: the record, and the stay in a state it ends. A record that moved on in between makes it stale. */
interface Due {
  readonly world: World;
  readonly resource: string;
  readonly partition: string;
  readonly key: string | number;
  readonly since: number;
  readonly state: string;
}

/** State changes that happen by themselves, by the sandbox's clock. */
export interface StateChanges {
  /** Commits writes and plans what follows from them. */
  commit(world: World, writes: readonly Write[]): void;
  /** How many are planned. */
  planned(): number;
  /** Applies everything due up to an instant, in order of time. */
  settle(until: number): void;
  /** Forgets all plans and makes them anew from the records. */
  replan(worlds: Iterable<World>): void;
}

/** Plans and applies state changes. Nothing sleeps and nothing polls: they are applied before the next look. */
export function createStateChanges(clock: SandboxClock, random: () => number): StateChanges {
  const queue = createDueQueue<Due>();

  const plan = (world: World, record: StoredRecord): void => {
    const resource = world.contract.resources.get(record.resource);
    const state = stateName(resource, record);
    const edge = state === undefined ? undefined : resource?.state?.flow.get(state);
    if (!record.flows || state === undefined || !edge) return;
    const instant = clock.pace() === 'instant';
    if (!instant && !('after' in edge)) return;
    const due = instant ? record.since : record.since + ('after' in edge ? edge.after : 0);
    const { key, partition, since } = record;
    queue.push(due, { world, resource: record.resource, partition, key, since, state });
  };

  const commit = (world: World, writes: readonly Write[]): void => {
    if (!writes.some(({ do: verb }) => verb === 'put')) {
      world.store.commit(writes);
      return;
    }
    const before = writes.map((write) =>
      write.do === 'put'
        ? world.store.find(write.record.resource, write.record.partition, write.record.key)
        : undefined,
    );
    world.store.commit(writes);
    writes.forEach((write, index) => {
      if (write.do !== 'put') return;
      const record = world.store.find(write.record.resource, write.record.partition, write.record.key);
      if (record && entersAnew(world, before[index], record)) plan(world, record);
    });
  };

  const settle = (until: number): void => {
    for (let next = queue.popDue(until); next; next = queue.popDue(until)) {
      const { world, resource, partition, key, since, state } = next.item;
      const record = world.store.find(resource, partition, key);
      const linked = world.contract.resources.get(resource);
      const edge = linked?.state?.flow.get(state);
      if (!record?.flows || record.since !== since || stateName(linked, record) !== state || !edge) continue;
      const surroundings = { now: next.due, random, switches: world.switches, exchangeId: () => '' };
      commit(world, transition(world.contract, record, edge.to, world.store, surroundings));
    }
  };

  return {
    commit,
    planned: () => queue.size,
    settle,
    replan(worlds) {
      queue.clear();
      for (const world of worlds) for (const record of world.store.everything()) plan(world, record);
    },
  };
}

function stateName(resource: LinkedResource | undefined, record: StoredRecord): string | undefined {
  return resource?.state?.nameOf.get(record.fields[resource.state.field]);
}

/** A record is planned for when it is made, when its state changes, and when it is put into flow. */
function entersAnew({ contract }: World, before: StoredRecord | undefined, after: StoredRecord): boolean {
  const resource = contract.resources.get(after.resource);
  return (
    !before ||
    before.since !== after.since ||
    before.flows !== after.flows ||
    stateName(resource, before) !== stateName(resource, after)
  );
}
