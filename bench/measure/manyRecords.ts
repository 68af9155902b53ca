import type { Effort } from '../effort.js';
import type { Figure } from '../report/figure.js';
import { spread } from '../statistics.js';
import { type Generator, measureRound, startServer } from './round.js';

const few = 100;

/** One GET among a million records against one among a hundred, and what a record weighs. */
export async function measureManyRecords(generator: Generator, effort: Effort): Promise<Figure[]> {
  const small = await startServer('mock', few);
  const { rss: before } = await small.process.ask('usage');
  const large = await startServer('mock', effort.manyRecords, ['--max-old-space-size=8192']);
  const { rss: after } = await large.process.ask('usage');
  // The same hundred records are asked for in both: what is compared is the store, not the cache of the processor.
  const load = (until: number) => ({ method: 'GET', first: 0, count: few, status: 200, until }) as const;
  for (const server of [small, large]) await measureRound(server, generator, load(effort.warmUp));
  const ratios: number[] = [];
  for (let round = 0; round < effort.rounds; round += 1) {
    const of = {
      small: await measureRound(small, generator, load(effort.round)),
      large: await measureRound(large, generator, load(effort.round)),
    };
    ratios.push(of.large.cpuPerRequest / of.small.cpuPerRequest);
  }
  await Promise.all([small.process.end(), large.process.end()]);
  const perRecord = (after - before) / effort.manyRecords;
  return [
    {
      name: `GET among ${effort.manyRecords.toLocaleString('en')} records, by processor time`,
      value: spread(ratios),
      unit: '×',
      aim: { atMost: 1.2 },
      beside: `against ${few} records`,
    },
    {
      name: 'memory per record',
      value: spread([perRecord]),
      unit: 'bytes',
      beside: 'resident, a task of about 300 bytes of JSON',
    },
  ];
}
