import { andList, spaced } from '../report/words.js';
import type { Story } from './story.js';

/** What stories are going to make, in a sentence: `At most 12 parcels and 3 depots are made there, and deleted again.` */
export function intentionText(stories: readonly Story[]): string {
  const makes: Record<string, number> = {};
  for (const story of stories)
    for (const [resource, count] of Object.entries(story.makes)) makes[resource] = (makes[resource] ?? 0) + count;
  const things = Object.entries(makes).map(([resource, count]) => `${count} ${plural(spaced(resource), count)}`);
  return things.length === 0
    ? 'No record is made there.'
    : `At most ${andList(things)} are made there, and deleted again.`;
}

function plural(text: string, count: number): string {
  if (count === 1) return text;
  return /(?:s|x|ch)$/.test(text) ? `${text}es` : `${text}s`;
}
