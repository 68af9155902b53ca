import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { compileSchema, readCheckedYaml } from '../../contract/checkedYaml.js';
import { formatIssue } from '../../contract/issue.js';
import { packageRoot } from '../../contract/packageRoot.js';
import { TombstoneError } from '../../errors.js';
import type { CompiledContract } from '../../language/compiledContract.js';
import type { Case } from '../case.js';
import { checkStory } from './checkStory.js';
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
 * @param folder where they are. Default: those that come with this package, which its tests hold to the schema
 * @throws TombstoneError `bad-story`, with file, line and column
 */
export async function readStories(contract: CompiledContract, folder?: string): Promise<readonly ReadStory[]> {
  const own = join(packageRoot, 'conformance', 'cases', contract.id);
  const where = folder ?? own;
  if (!existsSync(where)) return [];
  const read = folder === undefined ? readOwn : await checkedReader(contract);
  return readdirSync(where)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => {
      const file = `conformance/cases/${contract.id}/${name}`;
      const story = read(join(where, name), file);
      return { case: asCase(story, contract, file), expect: story.expect, file };
    });
}

/** To compile the schema takes longer than to read the stories. */
function readOwn(path: string): Story {
  return parse(readFileSync(path, 'utf8')) as Story;
}

async function checkedReader(contract: CompiledContract): Promise<(path: string, shown: string) => Story> {
  const validate = await compileSchema(join(packageRoot, 'conformance', 'case.schema.json'));
  return (path, shown) => {
    const { data, root } = readCheckedYaml(path, shown, validate, words);
    const story = data as Story;
    const issues = checkStory(story, root, contract);
    if (issues.length === 0) return story;
    throw new TombstoneError(
      'bad-story',
      `${shown} does not fit its contract:\n${issues.map((one) => `  ${formatIssue(one)}`).join('\n')}\n`,
    );
  };
}

function asCase(story: Story, contract: CompiledContract, file: string): Case {
  try {
    return storyCase(story, contract);
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw new TombstoneError('bad-story', `${file}: ${cause.message}. Mend the story, or the contract.`, { cause });
  }
}
