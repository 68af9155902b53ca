import { full, quick } from './effort.js';
import { measureDoors } from './measure/fetchDoor.js';
import { measureForeignDocument } from './measure/foreignDocument.js';
import { measureManyRecords } from './measure/manyRecords.js';
import { startGenerator } from './measure/round.js';
import { measureStartUp } from './measure/startUp.js';
import { measureThroughput } from './measure/throughput.js';
import type { Figure } from './report/figure.js';
import { table } from './report/table.js';
import { canPin } from './servers/child.js';

const effort = process.argv.includes('--quick') ? quick : full;
const asJson = process.argv.includes('--json');
const tell = (text: string) => process.stderr.write(`${text}\n`);

tell(
  `Measuring (${effort.name}). Rounds of both servers in turn; ${canPin ? 'servers on one processor, load on another' : 'processes are not kept on a processor each'}.`,
);
const figures: Figure[] = [];
const generator = await startGenerator();
try {
  for (const [what, measure] of [
    ['throughput against a server written by hand', () => measureThroughput(generator, effort)],
    ['start-up', () => measureStartUp(effort)],
    ['a million records', () => measureManyRecords(generator, effort)],
    ['the doors without a network', () => measureDoors(effort)],
    ['a foreign document', () => measureForeignDocument(effort)],
  ] as const) {
    tell(`  ${what} …`);
    figures.push(...(await measure()));
  }
} finally {
  await generator.end();
}
console.log(
  asJson ? JSON.stringify({ format: 1, node: process.version, effort: effort.name, figures }) : table(figures),
);
