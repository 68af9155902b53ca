// One provider's full run with the reference client in this process: `node bench/conformance.mjs [runs]`, after `npm run build`.
// Each figure is a process of its own, so that nothing is warm but the disk.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { bundledContracts, loadContract } from 'tombstone';
import { conform, inProcessRung } from 'tombstone/conformance';

const [provider, runs = '5'] = process.argv.slice(2);
const self = fileURLToPath(import.meta.url);

if (bundledContracts().includes(provider)) {
  const { createClient } = await import('../.cache/build/conformance/clients/clientKit.js');
  const { clients } = await import('../.cache/build/conformance/clients/index.js');
  const contract = await loadContract(provider);
  const began = performance.now();
  const { counts } = await conform([contract], inProcessRung(createClient(clients[provider], 'reference')));
  console.log(JSON.stringify({ ms: performance.now() - began, ...counts }));
} else {
  for (const name of bundledContracts()) {
    const all = Array.from({ length: Number(provider ?? runs) }, () =>
      JSON.parse(spawnSync(process.execPath, [self, name], { encoding: 'utf8' }).stdout),
    );
    const ms = all.map((one) => one.ms).sort((a, b) => a - b);
    const { total, pass } = all[0];
    console.log(
      `${name}: ${total} cases, ${pass} passed, ${Math.round(ms[Math.floor(ms.length / 2)])} ms (${ms.map(Math.round).join(', ')})`,
    );
  }
}
