import { readFileSync } from 'node:fs';
import { formatIssue, type Issue } from '../contract/issue.js';
import type { Located } from '../contract/located.js';
import { readFixtures } from '../contract/readFixtures.js';
import { readYaml } from '../contract/readYaml.js';
import { didYouMean, TombstoneError } from '../errors.js';
import type { CompiledContract, RecordSet } from '../language/compiledContract.js';

/**
 * Reads a file of records, `{provider: {resource: [records]}}` in YAML or JSON.
 *
 * @throws TombstoneError `bad-fixture`, with every complaint at its line
 */
export function readFixtureFile(file: string, contracts: readonly CompiledContract[]): Record<string, RecordSet> {
  const { root, issues } = readYaml(readText(file), file);
  const fixtures: Record<string, RecordSet> = {};
  const complaints: Issue[] = [...issues];
  const complain = (message: string, { place }: Pick<Located, 'place'>) =>
    complaints.push({ code: 'bad-fixture', severity: 'error', message, place });
  if (root && root.kind !== 'map') complain('Expected a map from provider to its resources.', root);
  for (const [id, { key, value }] of root?.kind === 'map' ? root.entries : []) {
    const contract = contracts.find((one) => one.id === id);
    if (contract) {
      const read = readFixtures(value, contract.lifecycle.resources);
      fixtures[id] = read.fixtures;
      complaints.push(...read.issues);
      continue;
    }
    const known = contracts.map((one) => one.id);
    complain(`No provider "${id}" is served; these are: ${known.join(', ')}.${didYouMean(id, known)}`, { place: key });
  }
  if (complaints.length === 0) return fixtures;
  const list = complaints.map((issue) => `  ${formatIssue(issue)}`).join('\n');
  throw new TombstoneError('bad-fixture', `${file} cannot be used:\n${list}\n`);
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new TombstoneError('bad-fixture', `${file} cannot be read (${reason}).`, { cause });
  }
}
