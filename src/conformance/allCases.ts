import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isFromBuild } from '../contract/builtContract.js';
import { packageRoot } from '../contract/packageRoot.js';
import type { LoadedContract } from '../engine/loadedContract.js';
import type { Case } from './case.js';

/**
 * Every case of a contract. Those of a contract that comes compiled come made as well: to make them anew takes a quarter of
 * a run.
 *
 * @throws TombstoneError `bad-story`
 */
export async function allCases(contract: LoadedContract): Promise<readonly Case[]> {
  if (isFromBuild(contract)) return readMade(contract.compiled.id);
  const { makeCases } = await import('./makeCases.js');
  return makeCases(contract);
}

function readMade(id: string): readonly Case[] {
  return JSON.parse(readFileSync(join(packageRoot, 'dist', 'cases', `${id}.json`), 'utf8')) as readonly Case[];
}
