import { runSoak } from './soak/runSoak.js';

const [requests = 1_000_000, seed = 1] = process.argv.slice(2).map(Number);
if (!Number.isInteger(requests) || requests < 1 || !Number.isInteger(seed)) {
  console.error('Usage: npm run soak -- [number of requests] [seed]; both are whole numbers.');
  process.exit(2);
}

const result = await runSoak(requests, seed, console.log);
for (const problem of result.problems) console.error(problem);
const heaps = result.heaps.map((heap) => (heap / 2 ** 20).toFixed(1)).join(' → ');
const rate = Math.round(result.requests / result.seconds);
console.log(
  `${result.problems.length === 0 ? 'passed' : 'failed'}: ${result.requests} requests (${result.overHttp} over HTTP, ${result.struck} struck by faults, ${Math.round(result.succeeded * 100)} % successes of ${result.operations} operations), seed ${seed}, ${result.seconds.toFixed(0)} s, ${rate}/s, heap ${heaps} MiB`,
);
process.exitCode = result.problems.length === 0 ? 0 : 1;
