/** The thread in which the mocks of `node --import tombstone/intercept` run. */
import { parentPort, workerData } from 'node:worker_threads';
import { bundledContracts, loadContract } from '../../contract/loadContract.js';
import { createMock } from '../../mock/createMock.js';
import { plain } from '../../report/paint.js';
import { reportText } from '../run/reportText.js';
import { watchRun } from '../run/watchRun.js';
import { startMocks } from '../startMocks.js';
import type { ProgramEnded, ThreadData, ThreadReport, ThreadStarted } from './threadMessages.js';

const { raised, port } = workerData as ThreadData;
const mock = createMock(await Promise.all(bundledContracts().map(loadContract)), { auth: 'any', pace: 'real' });
const { intercept } = await startMocks(mock, {
  onRefusal: ({ message }) => process.stderr.write(`tombstone: ${message}\n`),
});
const watch = watchRun(mock);
const started: ThreadStarted = { variables: intercept.environment() };
parentPort?.postMessage(started);

port.on('message', ({ command, status }: ProgramEnded) => {
  const report: ThreadReport = {
    text: `\n${reportText(watch.report(command, { status }, intercept.refusals), plain)}\n`,
  };
  // The process ends as soon as it has the report: what has to be gone goes first.
  void intercept.authority.close();
  port.postMessage(report);
  Atomics.store(raised, 0, 1);
  Atomics.notify(raised, 0);
});
