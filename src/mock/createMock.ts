import type { Contract } from '../engine/contract.js';
import { linkLoaded } from '../engine/linkLoaded.js';
import type { LoadedContract } from '../engine/loadedContract.js';
import { createRouter, type Router } from '../engine/router.js';
import type { Surroundings } from '../engine/scope.js';
import { answer } from './answer.js';
import { createBeginnings } from './beginning.js';
import { createClock, later } from './clock.js';
import { credentialNames } from './credentialNames.js';
import { describeProvider } from './describeProvider.js';
import { layOver, sentPart } from './faults/layOver.js';
import { createFaults } from './faults/standingFaults.js';
import { createFetch } from './fetchDoor.js';
import { inMemory } from './inMemory.js';
import { createJournal, defaultJournalSize } from './journal.js';
import type { Mock, MockOptions, PlainRequest, PlainResponse, StoreFactory } from './mock.js';
import { createRandom } from './random.js';
import { createRecords } from './records.js';
import { createRedaction } from './redact.js';
import { planReplacement } from './replace/planReplacement.js';
import { createRuleHeader } from './ruleHeader.js';
import { besides, type Ingredients } from './sandboxOptions.js';
import { exportWorld, readSnapshot } from './snapshot.js';
import { createStateChanges } from './stateChanges.js';
import { changeSwitches, defaultSwitches, findWorld, type World, type Worlds } from './world.js';

/** Opens a provider's world, still empty. */
function openWorld(loaded: LoadedContract, createStore: StoreFactory): World {
  const contract = linkLoaded(loaded);
  return { contract, store: createStore(contract.id, contract.storeShape), switches: defaultSwitches(contract) };
}

/** Every operation, by `provider/operationId`. */
function operationNames(worlds: Worlds): readonly string[] {
  return [...worlds.values()].flatMap(({ contract }) => contract.routes.map(({ name }) => name));
}

function hexId(random: () => number): string {
  let text = '';
  while (text.length < 32)
    text += Math.floor(random() * 65_536)
      .toString(16)
      .padStart(4, '0');
  return text;
}

const routers = new WeakMap<Contract, Router>();

/** Most sandboxes are of one contract, and a test suite makes hundreds of them. */
function routerOf(contracts: readonly Contract[]): Router {
  const [only, ...others] = contracts;
  if (!only || others.length > 0) return createRouter(contracts);
  const router = routers.get(only) ?? createRouter(contracts);
  routers.set(only, router);
  return router;
}

const defaultBodyLimit = 12 * 1024 * 1024;

/**
 * Makes a sandbox: one isolated world of the given providers, with its own records, clock, journal and switches.
 *
 * @throws TombstoneError `route-collision`, or what a bad fixture or switch setting is refused with
 */
export function createMock(contracts: readonly LoadedContract[], options: MockOptions = {}): Mock {
  const wallTime = options.wallTime ?? Date.now;
  const start = options.start ?? wallTime();
  const startPace = options.pace ?? 'manual';
  const bodyLimit = options.bodyLimit ?? defaultBodyLimit;
  const createStore = options.store ?? inMemory;
  const worlds = new Map(contracts.map((contract) => [contract.compiled.id, openWorld(contract, createStore)]));
  const router = routerOf([...worlds.values()].map(({ contract }) => contract));
  /** What it starts from again; changes when a contract is replaced. */
  let ingredients: Ingredients = { contracts, options };
  const clock = createClock(startPace, start, wallTime);
  const redaction = createRedaction(contracts.flatMap(({ compiled }) => credentialNames(compiled.document)));
  const journal = createJournal(options.journalSize ?? defaultJournalSize, redaction);
  let random = createRandom(options.seed ?? 1);
  let exchangeRandom = createRandom(~(options.seed ?? 1));
  const draw = () => random();
  const faults = createFaults(operationNames(worlds), options.seed ?? 1);
  const changes = createStateChanges(clock, draw);

  const begin = createBeginnings();

  const settle = (wall = wallTime()) => {
    if (changes.planned() > 0) changes.settle(clock.at(wall));
  };
  // The same id in header and body of one answer; made only where a contract asks for it.
  let id: string | undefined;
  const exchangeId = () => {
    id ??= hexId(exchangeRandom);
    return id;
  };
  const surroundings = (world: World, wall = wallTime()): Surroundings => {
    id = undefined;
    return { now: clock.at(wall), random: draw, switches: world.switches, exchangeId };
  };
  const commit = (world: World, writes: Parameters<typeof changes.commit>[1]) => {
    if (writes.length > 0) changes.commit(world, writes);
    if (clock.pace() === 'instant') settle();
  };
  const restart = () => {
    random = createRandom(options.seed ?? 1);
    exchangeRandom = createRandom(~(options.seed ?? 1));
    clock.setPace(startPace);
    clock.set(start);
    journal.clear();
    faults.reset();
    const { switches, fixtures: given } = ingredients.options;
    for (const [id, world] of worlds) {
      world.store.clear();
      world.switches = changeSwitches({ ...world, switches: defaultSwitches(world.contract) }, switches?.[id] ?? {});
      begin(id, world, given?.[id] ?? world.contract.compiled.fixtures, surroundings(world));
    }
    changes.replan(worlds.values());
  };
  for (const id of [...Object.keys(options.fixtures ?? {}), ...Object.keys(options.switches ?? {})])
    findWorld(worlds, id);
  restart();

  const context = { router, worlds, auth: options.auth ?? 'verify', faults, surroundings };
  const showRule = createRuleHeader(options.ruleHeader !== false);
  const handle = (request: PlainRequest): PlainResponse => {
    const arrived = wallTime();
    settle(arrived);
    const { reply, facts, world, writes } = answer(request, arrived, context);
    if (world) commit(world, writes);
    const { status, body } = reply;
    const headers = showRule(reply.headers, facts);
    const response: PlainResponse = body === undefined ? { status, headers } : { status, headers, body };
    if (!facts.fault) {
      journal.record(request, response, facts, arrived);
      return response;
    }
    const struck = layOver(response, facts.fault, request.method === 'HEAD');
    journal.record(request, sentPart(struck), facts, arrived);
    return struck;
  };

  return {
    get contracts() {
      return ingredients.contracts.map(({ compiled }) => compiled);
    },
    bodyLimit,
    handle,
    fetch: createFetch(handle, bodyLimit),
    clock: {
      now: clock.now,
      get pace() {
        return clock.pace();
      },
      advance(by) {
        const target = later(clock.now(), by);
        changes.settle(target);
        clock.set(target);
      },
      setPace(pace) {
        clock.setPace(pace);
        changes.replan(worlds.values());
        settle();
      },
    },
    journal: {
      get last() {
        return journal.last();
      },
      list: journal.list,
      clear: journal.clear,
      subscribe: journal.subscribe,
    },
    records: createRecords({ worlds, surroundings, commit, settle }),
    switches: {
      get: (provider) => findWorld(worlds, provider).switches,
      set(provider, values) {
        const world = findWorld(worlds, provider);
        world.switches = changeSwitches(world, values);
      },
    },
    faults: faults.access,
    reset: restart,
    exportState() {
      settle();
      const providers = Object.fromEntries([...worlds].map(([id, world]) => [id, exportWorld(world)]));
      return { format: 1, clock: { now: new Date(clock.now()).toISOString(), pace: clock.pace() }, providers };
    },
    importState(snapshot) {
      const read = readSnapshot(worlds, snapshot, surroundings);
      if (read.pace) clock.setPace(read.pace);
      if (read.now !== undefined) clock.set(read.now);
      for (const world of worlds.values()) {
        world.store.clear();
        world.switches = defaultSwitches(world.contract);
      }
      for (const { world, writes, switches } of read.worlds) {
        world.store.commit(writes);
        world.switches = switches;
      }
      changes.replan(worlds.values());
    },
    providers: () => [...worlds.values()].map(describeProvider),
    createSandbox(given = {}) {
      const made = besides(ingredients, given);
      return createMock(made.contracts, made.options);
    },
    replaceContract(loaded) {
      settle();
      const planned = planReplacement(loaded, worlds, ingredients, clock.now());
      Object.assign(planned.world, planned.next);
      context.router = planned.router;
      ingredients = planned.ingredients;
      redaction.learn(credentialNames(loaded.compiled.document));
      const droppedFaults = faults.replaceOperations(operationNames(worlds));
      // Planned anew only where it must be: what comes due at one instant happens in the order it was planned in.
      if (planned.newFlows) changes.replan(worlds.values());
      if (clock.pace() === 'instant') settle();
      return { ...planned.report, droppedFaults };
    },
  };
}
