import type { LoadedContract } from '../engine/loadedContract.js';
import type { Case } from './case.js';
import { casesOf } from './derive/casesOf.js';
import { readStories } from './stories/readStories.js';

/**
 * Makes every case of a contract: those that follow from its rules, then the written stories.
 *
 * @throws TombstoneError `bad-story`
 */
export async function makeCases(contract: LoadedContract): Promise<readonly Case[]> {
  const stories = await readStories(contract.compiled);
  return [...casesOf(contract), ...stories.map((story) => story.case)];
}
