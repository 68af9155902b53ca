import { join } from 'node:path';
import { compileSchema, readCheckedYaml } from '../../contract/checkedYaml.js';
import { placeIn } from '../../contract/located.js';
import { packageRoot } from '../../contract/packageRoot.js';
import { didYouMean, TombstoneError } from '../../errors.js';
import { checkSlugs } from '../judges/checks.js';
import type { Baseline, BaselineEntry } from './baseline.js';

const words = { code: 'bad-baseline', name: 'the baseline' } as const;

type Written = Omit<BaselineEntry, 'at' | 'failsLike'> & { readonly 'fails-like'?: string };

/**
 * Reads a baseline.
 *
 * @throws TombstoneError `bad-baseline`, with every complaint at its line
 */
export async function readBaseline(file: string): Promise<Baseline> {
  const validate = await compileSchema(join(packageRoot, 'conformance', 'baseline.schema.json'));
  const { data, root } = readCheckedYaml(file, file, validate, words);
  const entries = (data as readonly Written[]).map(({ 'fails-like': failsLike, ...entry }, index): BaselineEntry => {
    const { line } = placeIn(root, [index]);
    return { ...entry, ...(failsLike === undefined ? {} : { failsLike }), at: `${file}:${line}` };
  });
  const complaints = [...entries.flatMap(complaintsOf), ...contradictions(entries)];
  if (complaints.length === 0) return { file, entries };
  throw new TombstoneError(
    'bad-baseline',
    `${file} cannot be used:\n${complaints.map((one) => `  ${one}`).join('\n')}\n`,
  );
}

function complaintsOf({ at, checks = [], issue, wontfix, flaky }: BaselineEntry): readonly string[] {
  const unknown = checks.filter((slug) => !checkSlugs.includes(slug));
  return [
    ...unknown.map((slug) => `${at}: there is no check "${slug}".${didYouMean(slug, checkSlugs)}`),
    ...(issue === undefined && !wontfix
      ? [`${at}: say where it is followed up (issue: URL), or that it is not (wontfix: true).`]
      : []),
    ...(flaky && issue === undefined ? [`${at}: what fails now and then needs an issue.`] : []),
  ];
}

/** One entry for the whole case and one for some of its checks: one of them says too much. */
function contradictions(entries: readonly BaselineEntry[]): readonly string[] {
  return entries.flatMap((entry, index) => {
    const twin = entries.slice(0, index).find((other) => other.case === entry.case && overlaps(other, entry));
    return twin ? [`${entry.at}: "${entry.case}" is expected to fail at ${twin.at} already. Keep one of the two.`] : [];
  });
}

function overlaps(one: BaselineEntry, other: BaselineEntry): boolean {
  if (!one.checks || !other.checks) return true;
  return one.checks.some((slug) => other.checks?.includes(slug));
}
