import { fileURLToPath } from 'node:url';
import { built } from '../built.js';
import type { Effort } from '../effort.js';
import type { Figure } from '../report/figure.js';
import { spread } from '../statistics.js';
import { apiKey } from '../tasks.js';
import { firstAnswer } from './firstAnswer.js';

const bare = fileURLToPath(new URL('../baseline/bareServer.js', import.meta.url));
const serve = [built('src/cli/main.js'), 'serve', '--port', '0', '--json', '--quiet'];
const task = '/v1.3/tasks/6298d673f1090f1100476d4c';

/** From starting the process to the first 200: all four providers, and one, against the least that node can do. */
export async function measureStartUp({ starts }: Effort): Promise<Figure[]> {
  const key = { 'x-api-key': apiKey };
  const rounds: { readonly bare: number; readonly all: number; readonly one: number }[] = [];
  for (let round = 0; round <= starts; round += 1) {
    const taken = {
      bare: await firstAnswer([bare], '/'),
      all: await firstAnswer(serve, task, key),
      one: await firstAnswer([...serve, 'twelvelabs'], task, key),
    };
    // The first round also fills the disk's cache.
    if (round > 0) rounds.push(taken);
  }
  const bareMs = spread(rounds.map((round) => round.bare)).median;
  return (['all', 'one'] as const).map((which): Figure => {
    const own = spread(rounds.map((round) => round[which]));
    return {
      name: `start to first answer, ${which === 'all' ? 'four providers' : 'one provider'}`,
      value: spread(rounds.map((round) => round[which] / round.bare)),
      unit: '×',
      aim: { atMost: 1.5 },
      beside: `${Math.round(own.median)} ms, bare node:http ${Math.round(bareMs)} ms`,
    };
  });
}
