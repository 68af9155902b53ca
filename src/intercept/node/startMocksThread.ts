import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { packageRoot } from '../../contract/packageRoot.js';
import type { ProgramEnded, ThreadData, ThreadReport, ThreadStarted } from './threadMessages.js';

/** It is a file of its own in the build, whatever is put together there. */
const thread = join(packageRoot, 'dist', 'src', 'intercept', 'node', 'mocksThread.js');

/** Longest the end of a program waits for the report, in milliseconds. */
const patience = 5000;

/** Starts the mocks in a thread, and sets the variables that lead to them for this process and those it starts. */
export async function startMocksThread(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  const raised = new Int32Array(new SharedArrayBuffer(4));
  const workerData: ThreadData = { raised, port: port2 };
  // The thread itself is led nowhere: it is started without the options and variables of the program.
  const worker = new Worker(thread, {
    workerData,
    transferList: [port2],
    execArgv: [],
    env: { ...process.env },
  });
  const { variables } = await new Promise<ThreadStarted>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
  Object.assign(process.env, variables);
  worker.unref();
  port1.unref();

  process.once('exit', (status) => {
    const ended: ProgramEnded = { command: process.argv, status };
    port1.postMessage(ended);
    // Nothing is awaited while a process exits; the thread goes on, and can be waited for.
    Atomics.wait(raised, 0, 0, patience);
    const report = receiveMessageOnPort(port1)?.message as ThreadReport | undefined;
    if (report) writeSync(process.stderr.fd, report.text);
  });
}
