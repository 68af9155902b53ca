/** Our server as its users start it: credentials verified, input validated, rules, a journal; tasks as fixtures. */
import { importBuilt } from '../built.js';
import { makeTasks } from '../tasks.js';
import { serveBench } from './serveBench.js';

const { startServer } = await importBuilt<typeof import('../../src/index.js')>('src/index.js');
const count = Number(process.argv[2]);
const { port, mock } = await startServer({
  providers: ['twelvelabs'],
  port: 0,
  pace: 'real',
  auth: 'verify',
  fixtures: { twelvelabs: { task: makeTasks(count).map((task) => ({ ...task })) } },
});
serveBench(port, mock.reset);
