/**
 * Runs in a network namespace that has loopback and nothing else. The kernel counts what is to leave it and has no route:
 * every connection and every datagram to another address, a question to a name server among them.
 */
import { spawnSync } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { readFileSync } from 'node:fs';

let count = 0;
let failed = 0;

check('nothing has left yet', left() === 0);
await send('198.51.100.7');
check('the watch sees a datagram to another machine', left() === 1);
for (const { name, folder, env, problem } of JSON.parse(process.env.REPEATED)) {
  if (problem) {
    console.log(`${name} is left out: ${problem}`);
    continue;
  }
  const before = left();
  const { stdout, stderr } = spawnSync('node', ['../shared/through.mjs'], {
    cwd: folder,
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
  for (const line of stdout.split('\n').filter((each) => !/^1\.\./.test(each))) {
    if (/^ok\b/.test(line)) count += 1;
    if (/^not ok\b/.test(line)) count += 1;
    if (/^not ok\b/.test(line)) failed += 1;
    if (line !== '') console.log(line.replace(/^((?:not )?ok) - /, `$1 - ${name}, without a network: `));
  }
  check(`${name} came to its end`, /^1\.\.\d/m.test(stdout), stderr);
  check(`${name} sent nothing anywhere but to loopback`, left() === before, `${left() - before} were to leave`);
}
console.log(`1..${count}`);
process.exit(failed === 0 ? 0 : 1);

function check(title, holds, detail = '') {
  count += 1;
  if (!holds) failed += 1;
  console.log(`${holds ? 'ok' : 'not ok'} - ${title}`);
  if (!holds && detail) console.log(detail.replaceAll(/^/gm, '  '));
}

/** How many packets had no route, since the namespace was made. */
function left() {
  const [names, values] = readFileSync('/proc/self/net/snmp', 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('Ip:'))
    .map((line) => line.split(' '));
  const six = /^Ip6OutNoRoutes\s+(\d+)$/m.exec(readFileSync('/proc/self/net/snmp6', 'utf8'))?.[1];
  return Number(values[names.indexOf('OutNoRoutes')]) + Number(six ?? 0);
}

function send(address) {
  const socket = createSocket('udp4');
  return new Promise((resolve) => {
    socket.send('x', 9, address, () => socket.close(resolve));
  });
}
