/**
 * `tombstone run --pace manual … -- node clockOnLook.mjs COMMAND…`: runs the command, and moves the clock of the mocks by some
 * seconds each time it lists something. A program that waits for a task gets there without the waiting, and until it
 * looks, no time passes.
 */
import { spawn } from 'node:child_process';

const { TOMBSTONE_URL } = process.env;
const [command, ...args] = process.argv.slice(2);

const stream = await fetch(`${TOMBSTONE_URL}/_tombstone/journal/stream`);
const child = spawn(command, args, { stdio: 'inherit' });
child.on('exit', (status) => process.exit(status ?? 1));

let text = '';
for await (const chunk of stream.body.pipeThrough(new TextDecoderStream())) {
  text += chunk;
  const events = text.split('\n\n');
  text = events.pop();
  for (const event of events) if (/"operation":"[^"]*\/list/.test(event)) await advance('3s');
}

async function advance(by) {
  const headers = { 'content-type': 'application/json' };
  await fetch(`${TOMBSTONE_URL}/_tombstone/clock`, { method: 'POST', headers, body: JSON.stringify({ advance: by }) });
}
