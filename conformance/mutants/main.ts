import { serveAdapter } from '../../src/conformance/rungs/serveAdapter.js';
import { createClient } from '../clients/clientKit.js';
import { clients } from '../clients/index.js';
import { mutants } from './mutants.js';

/**
 * A client as a process that speaks the session protocol: `main.js reference <provider>`, or `main.js <mutant>`.
 */
const [name = '', provider = ''] = process.argv.slice(2);
const mutant = mutants.find((one) => one.name === name);
const right = clients[mutant?.provider ?? provider];
if (!right || (!mutant && name !== 'reference')) {
  process.stderr.write(
    `There is no client "${name} ${provider}". Mutants: ${mutants.map((one) => one.name).join(', ')}.\n`,
  );
  process.exitCode = 2;
} else {
  await serveAdapter(createClient(mutant?.description?.(right) ?? right, name, mutant?.defect));
}
