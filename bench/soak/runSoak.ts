import { bundledContracts, createMock, listen, loadContract, type Mock } from '../../src/index.js';
import { createDice, type Dice } from './dice.js';
import { heapInUse } from './heap.js';
import { createPlayer, type Player } from './player.js';
import { inProcess, overHttp, type Way } from './ways.js';
import type { World } from './world.js';
import { huaweiModelarts } from './worlds/huaweiModelarts.js';
import { huaweiMpc } from './worlds/huaweiMpc.js';
import { naverNclue } from './worlds/naverNclue.js';
import { twelvelabs } from './worlds/twelvelabs.js';

export interface SoakResult {
  readonly requests: number;
  readonly overHttp: number;
  /** Calls that a fault broke. */
  readonly struck: number;
  /** Share of calls that were answered with success. */
  readonly succeeded: number;
  /** Operations that were called with success. */
  readonly operations: number;
  /** Heap in use at 10 %, 50 % and 100 % of the requests, in bytes. */
  readonly heaps: readonly number[];
  readonly seconds: number;
  /** What went wrong; empty where nothing did. */
  readonly problems: readonly string[];
}

/** Between two looks at the state: calls in this process, and calls of each provider through the listener. */
const round = { direct: 600, perConnection: 50 };
/** What the heap may grow by between 10 % and 100 %: room for what was compiled late, not for a few bytes per request. */
const growthBound = 8 * 1024 * 1024;
const tooManyProblems = 10;

/** Sends so many random requests to one sandbox of all providers, and holds it against the models of the providers. */
export async function runSoak(
  requests: number,
  seed: number,
  log: (line: string) => void = () => undefined,
): Promise<SoakResult> {
  const started = performance.now();
  const dice = createDice(seed);
  const contracts = await Promise.all(bundledContracts().map(loadContract));
  const fixtures = Object.fromEntries(bundledContracts().map((provider) => [provider, {}]));
  const mock = createMock(contracts, { fixtures, seed, start: Date.UTC(2026, 0, 1) });
  const worlds = [huaweiMpc(() => mock.clock.now()), huaweiModelarts(), naverNclue(), twelvelabs()];
  const players = worlds.map((world, at) => createPlayer(mock, world, createDice(seed + at + 1)));

  const problems: string[] = [];
  const unhandled = (reason: unknown) => problems.push(`unhandled: ${String(reason)}`);
  process.on('unhandledRejection', unhandled);
  process.on('uncaughtException', unhandled);
  const listener = await listen(mock, { port: 0 });
  const connections = players.map(() => overHttp(listener.url));
  const direct = inProcess(mock);
  const heaps: number[] = [];
  let sent = 0;
  let through = 0;

  try {
    while (sent < requests && problems.length === 0) {
      const [few, rest] = [round.perConnection * players.length, Math.min(round.direct, requests - sent)];
      for (let turn = 0; turn < rest; turn += 1) await take(dice.of(players), direct);
      await Promise.all(players.map((player, at) => playThrough(player, connections[at]?.send ?? direct)));
      sent += rest + few;
      through += few;
      pass(mock, worlds, dice);
      problems.push(...differences(mock, worlds));
      removeExtra(mock, worlds);
      if (heaps.length < marks.length && sent >= requests * (marks[heaps.length] ?? 1)) measure();
    }
  } finally {
    for (const connection of connections) connection.close();
    await listener.close();
    process.off('unhandledRejection', unhandled);
    process.off('uncaughtException', unhandled);
  }

  const [first = 0, , last = 0] = heaps;
  if (last - first > growthBound)
    problems.push(`the heap grew by ${last - first} bytes; expected at most ${growthBound}`);
  const struck = players.reduce((sum, player) => sum + player.broken(), 0);
  const done = players.flatMap((player) => [...player.done.values()]);
  const succeeded = done.reduce((sum, count) => sum + count, 0) / Math.max(1, sent);
  const seconds = (performance.now() - started) / 1000;
  const figures = { requests: sent, overHttp: through, struck, succeeded, operations: done.length, heaps, seconds };
  return { ...figures, problems: problems.slice(0, tooManyProblems) };

  async function playThrough(player: Player, way: Way): Promise<void> {
    for (let turn = 0; turn < round.perConnection; turn += 1) await take(player, way);
  }

  async function take(player: Player, way: Way): Promise<void> {
    try {
      await player.play(way);
    } catch (error) {
      problems.push(error instanceof Error ? error.message : String(error));
    }
  }

  function measure(): void {
    const heap = heapInUse();
    heaps.push(heap);
    log(`${sent} requests, heap ${(heap / 2 ** 20).toFixed(1)} MiB`);
  }
}

const marks = [0.1, 0.5, 1];

/** Lets time pass in the sandbox and in every model. */
function pass(mock: Mock, worlds: readonly World[], dice: Dice): void {
  const by = dice.of(['1ms', '1s', '2s', '4s', '24h']);
  mock.clock.advance(by);
  for (const { provider, follow } of worlds) follow((resource) => mock.records.all(provider, resource), by === '24h');
}

function differences(mock: Mock, worlds: readonly World[]): string[] {
  return worlds.flatMap(({ provider, compare }) =>
    Object.entries(compare((resource) => mock.records.all(provider, resource))).flatMap(([resource, [model, held]]) => {
      const missing = model.filter((one) => !held.includes(one));
      const extra = held.filter((one) => !model.includes(one));
      if (missing.length + extra.length === 0 && model.length === held.length) return [];
      return [`${provider} ${resource}: only in the model ${missing.join('; ')}, only in the mock ${extra.join('; ')}`];
    }),
  );
}

function removeExtra(mock: Mock, worlds: readonly World[]): void {
  for (const { provider, trim } of worlds) for (const address of trim()) mock.records.remove({ provider, ...address });
}
