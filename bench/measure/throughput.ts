import type { Effort } from '../effort.js';
import type { Load } from '../load/run.js';
import type { Figure } from '../report/figure.js';
import type { Order } from '../servers/serveBench.js';
import { spread } from '../statistics.js';
import { refusable, usualRecords } from '../tasks.js';
import { type Generator, measureRound, type Round, type Server, startServer } from './round.js';

interface Kind {
  readonly name: string;
  readonly load: (milliseconds: number) => Omit<Load, 'port'>;
  /** How often a load that ends by itself is repeated within a round. */
  readonly batches: (milliseconds: number) => number;
}

const kinds: readonly Kind[] = [
  {
    name: 'GET',
    load: (until) => ({ method: 'GET', first: 0, count: usualRecords, status: 200, until }),
    batches: () => 1,
  },
  {
    name: 'DELETE, refused',
    load: (until) => ({ method: 'DELETE', first: 0, count: refusable, status: 400, until }),
    batches: () => 1,
  },
  {
    name: 'DELETE, successful',
    load: () => ({ method: 'DELETE', first: refusable, count: usualRecords - refusable, status: 204, until: 'each' }),
    batches: (milliseconds) => Math.max(1, Math.round(milliseconds / 250)),
  },
];

/** Requests a second, and processor time per request, against the server written by hand. */
export async function measureThroughput(generator: Generator, effort: Effort): Promise<Figure[]> {
  const byHand = await startServer('byHand', usualRecords);
  const mock = await startServer('mock', usualRecords);
  const figures: Figure[] = [];
  for (const { name, load, batches } of kinds) {
    const run = (server: typeof mock, milliseconds: number) =>
      measureRound(server, generator, load(milliseconds), batches(milliseconds));
    for (const server of [byHand, mock]) await run(server, effort.warmUp);
    const rounds: { readonly mock: Round; readonly byHand: Round }[] = [];
    for (let round = 0; round < effort.rounds; round += 1) {
      // Each goes first in turn, so that neither always has the quieter moment.
      const mockFirst = round % 2 === 1;
      const early = await run(mockFirst ? mock : byHand, effort.round);
      const late = await run(mockFirst ? byHand : mock, effort.round);
      rounds.push(mockFirst ? { mock: early, byHand: late } : { mock: late, byHand: early });
    }
    figures.push(...figuresOf(name, rounds));
  }
  figures.push(
    { name: 'memory after load', ...(await memoryOf(mock, byHand, 'usage')), aim: { atMost: 120 } },
    { name: 'memory after load, once collected', ...(await memoryOf(mock, byHand, 'collect')) },
  );
  await Promise.all([byHand.process.end(), mock.process.end()]);
  return figures;
}

/** Resident memory; when node collects old objects is up to it, and two runs differ by that much. */
async function memoryOf(mock: Server, byHand: Server, order: Order): Promise<Omit<Figure, 'name'>> {
  const { rss } = await mock.process.ask(order);
  const { rss: rssByHand } = await byHand.process.ask(order);
  return { value: spread([rss / 1e6]), unit: 'MB', beside: `by hand ${Math.round(rssByHand / 1e6)} MB` };
}

function figuresOf(name: string, rounds: readonly { readonly mock: Round; readonly byHand: Round }[]): Figure[] {
  const of = (read: (round: Round) => number) => ({
    mock: spread(rounds.map(({ mock }) => read(mock))),
    byHand: spread(rounds.map(({ byHand }) => read(byHand))),
  });
  const rate = of(({ perSecond }) => perSecond);
  const cpu = of(({ cpuPerRequest }) => cpuPerRequest);
  const busy = of(({ generatorBusy }) => generatorBusy);
  return [
    {
      name: `${name}: requests a second`,
      value: spread(rounds.map(({ mock, byHand }) => mock.perSecond / byHand.perSecond)),
      unit: '×',
      aim: { atLeast: 0.8 },
      beside: `${Math.round(rate.mock.median)}/s, by hand ${Math.round(rate.byHand.median)}/s; generator busy ${busy.mock.median.toFixed(2)}, ${busy.byHand.median.toFixed(2)}`,
    },
    {
      name: `${name}: work per processor second`,
      value: spread(rounds.map(({ mock, byHand }) => byHand.cpuPerRequest / mock.cpuPerRequest)),
      unit: '×',
      aim: { atLeast: 0.8 },
      beside: `${cpu.mock.median.toFixed(1)} µs, by hand ${cpu.byHand.median.toFixed(1)} µs`,
    },
  ];
}
