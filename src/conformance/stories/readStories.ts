import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { compileSchema, readCheckedYaml } from '../../contract/checkedYaml.js';
import { packageRoot } from '../../contract/packageRoot.js';
import { TombstoneError } from '../../errors.js';
import type { CompiledContract } from '../../language/compiledContract.js';
import type { Case } from '../case.js';
import type { Story } from './story.js';
import { storyCase } from './storyCase.js';

/** A story, the case it makes, and the rules its author expects. */
export interface ReadStory {
  readonly case: Case;
  readonly expect: readonly string[];
  /** `conformance/cases/twelvelabs/video-then-task.yaml` */
  readonly file: string;
}

const words = { code: 'bad-story', name: 'the story' } as const;

/**
 * Reads the written stories of a provider.
 *
 * @param folder where they are. Default: those that come with this package
 * @throws TombstoneError `bad-story`, with file, line and column
 */
export async function readStories(
  contract: CompiledContract,
  folder = join(packageRoot, 'conformance', 'cases', contract.id),
): Promise<readonly ReadStory[]> {
  if (!existsSync(folder)) return [];
  const validate = await compileSchema(join(packageRoot, 'conformance', 'case.schema.json'));
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => {
      const file = `conformance/cases/${contract.id}/${name}`;
      const story = readCheckedYaml(join(folder, name), file, validate, words).data as Story;
      return { case: asCase(story, contract, file), expect: story.expect, file };
    });
}

function asCase(story: Story, contract: CompiledContract, file: string): Case {
  try {
    return storyCase(story, contract);
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw new TombstoneError('bad-story', `${file}: ${cause.message}. Mend the story, or the contract.`, { cause });
  }
}
