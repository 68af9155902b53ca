import { deriveFailureCases } from '../conformance/derive/deriveFailureCases.js';
import { failureTitle } from '../conformance/derive/titles.js';
import { unreachedFailures } from '../conformance/derive/unreachedFailures.js';
import type { CaseResult, ExitStatus, RunReport } from '../conformance/result.js';
import { count } from '../conformance/run/makeReport.js';
import { sourcesOf } from '../conformance/run/sourcesOf.js';
import { fitsPattern } from '../conformance/selectCases.js';
import { createResponseValidator } from '../conformance/validateResponse.js';
import type { LoadedContract } from '../engine/loadedContract.js';
import { TombstoneError } from '../errors.js';
import type { Ground } from './ground.js';
import { inLanes } from './inLanes.js';
import { intentionText } from './intention.js';
import { createPlanner } from './plan/planner.js';
import { storiesFor } from './stories.js';
import type { Story } from './story.js';
import { tellStory } from './tellStory.js';
import type { LeftBehind } from './world/tidyUp.js';

/** What is verified, and what is said of it. */
export interface Verification {
  /** What is going to be done, to be said before it is done. */
  readonly intention: string;
  /** How many situations there are. */
  readonly size: number;
  /** Does it, and takes away what was made for it: also where it is stopped before all is done. */
  run(progress: (done: number, result: readonly CaseResult[]) => void): Promise<RunReport>;
}

/** What a verification is made of. */
export interface VerificationOptions {
  /** The contract as it is, with the schemes no credential was given for. */
  readonly whole: LoadedContract;
  /** Security scheme → what to do about it, where no credential was given. */
  readonly lacking: readonly { readonly scheme: string; readonly variables: readonly string[] }[];
  readonly select: string | undefined;
  /** How many situations are brought about at a time; one where the target is told what to hold. */
  readonly concurrency: number;
  readonly tombstone: string;
  readonly replay: (id: string) => string;
}

/** How many stories in a row a target may fail to answer. */
const patience = 3;

/**
 * Prepares to walk a provider's rules at a target.
 *
 * @throws TombstoneError `no-such-case` where the pattern fits none
 */
export function prepareVerification(ground: Ground, options: VerificationOptions): Verification {
  const { service } = ground;
  const stories = select(storiesFor(ground, createPlanner(service.loaded)), options.select);
  const unreached = unreachedResults(ground, options);
  const judging = {
    compiled: service.contract.compiled,
    validate: createResponseValidator(service.contract.compiled.document),
  };
  if (stories.length + unreached.length === 0)
    throw new TombstoneError(
      'no-such-case',
      `No case of ${service.contract.id} fits "${options.select}". * stands for one part of an id, ** for any number.`,
    );
  return {
    intention: ground.setsSwitches
      ? 'It is a mock of ours: everything takes place in a sandbox of its own, and nothing that is there is touched.'
      : intentionText(stories),
    size: stories.length,
    async run(progress) {
      const { stop } = service;
      const began = service.now();
      const problems: string[] = [];
      let silent = 0;
      let done = 0;
      const tell = async (story: Story): Promise<readonly CaseResult[]> => {
        if (stop.aborted || silent >= patience) {
          const message = stop.aborted ? 'The run was stopped before.' : 'The target had stopped answering.';
          return notTold(ground, story, message, options);
        }
        const told = await tellStory({ ground, judging, replay: options.replay }, story);
        silent = told.some(({ verdict }) => verdict === 'error') ? silent + 1 : 0;
        done += 1;
        progress(done, told);
        return told;
      };
      // Most of the time goes by waiting for what records go through, and that can be waited for at the same time.
      const width = ground.setsSwitches ? 1 : options.concurrency;
      const results = (await inLanes(stories, { laneOf: ({ standsOn }) => standsOn, width }, tell)).flat();
      if (stop.aborted) problems.push('It was stopped before all was done.');
      if (silent >= patience) problems.push(`${ground.target.origin} stopped answering.`);
      problems.push(...(await close(ground)));
      return reportOf(ground, options, [...results, ...unreached], problems, {
        began,
        stopped: stop.aborted || silent >= patience,
      });
    },
  };
}

function select(stories: readonly Story[], pattern: string | undefined): readonly Story[] {
  if (pattern === undefined) return stories;
  return stories.flatMap((story) => {
    const cases = story.cases.filter(({ id }) => fitsPattern(id, pattern));
    return cases.length === 0 ? [] : [{ ...story, cases }];
  });
}

/** Rows that no case reaches, and cases of credentials that were not given. */
function unreachedResults(
  ground: Ground,
  { whole, lacking, select: pattern, replay }: VerificationOptions,
): readonly CaseResult[] {
  const { compiled } = ground.service.contract;
  const known = deriveFailureCases(ground.service.loaded);
  const knownIds = new Set(known.map(({ id }) => id));
  const variables = lacking.map(({ variables: names }) => names.join(' and ')).join(', ');
  const uncredited = lacking.length === 0 ? [] : deriveFailureCases(whole).filter(({ id }) => !knownIds.has(id));
  const rows = [
    ...unreachedFailures(compiled, known).map(({ rule, reason }) => ({ id: rule, title: `${rule}.`, message: reason })),
    ...uncredited.map((one) => ({
      id: one.id,
      title: failureTitle(one),
      message: `No credential was given for it: set ${variables}.`,
    })),
  ];
  return rows
    .filter(({ id }) => pattern === undefined || fitsPattern(id, pattern))
    .map(({ id, title, message }) => bare(compiled.id, id, title, message, replay));
}

function bare(
  provider: string,
  id: string,
  title: string,
  message: string,
  replay: (id: string) => string,
): CaseResult {
  return {
    id,
    title,
    provider,
    kind: 'failure',
    rule: id,
    basis: { effect: 'inferred', status: 'inferred', body: 'inferred' },
    sources: [],
    verdict: 'unsupported',
    checks: [],
    steps: [],
    exchanges: [],
    message,
    replay: replay(id),
    durationMs: 0,
  };
}

function notTold(
  { service }: Ground,
  { cases }: Story,
  message: string,
  { replay }: VerificationOptions,
): readonly CaseResult[] {
  const { compiled } = service.contract;
  return cases.map(({ id, title, kind, rule, basis, citations }) => ({
    ...bare(compiled.id, id, title, message, replay),
    kind,
    rule,
    basis,
    sources: sourcesOf(citations, compiled),
  }));
}

async function close(ground: Ground): Promise<readonly string[]> {
  try {
    return (await ground.close()).map(leftText);
  } catch (error) {
    if (!(error instanceof TombstoneError)) throw error;
    return [`What was made could not be deleted: ${error.message}`];
  }
}

function leftText({ resource, key, why }: LeftBehind): string {
  return `The ${resource} ${key} is left behind: ${why}.`;
}

function reportOf(
  { service, target, setsSwitches }: Ground,
  { tombstone }: VerificationOptions,
  cases: readonly CaseResult[],
  problems: readonly string[],
  { began, stopped }: { readonly began: number; readonly stopped: boolean },
): RunReport {
  return {
    format: 1,
    tombstone,
    suite: 'rules',
    seed: 0,
    client: { name: target.origin },
    rung: setsSwitches ? 'verify, with its control interface' : 'verify',
    providers: [service.contract.id],
    startedAt: new Date(began).toISOString(),
    durationMs: service.now() - began,
    cases,
    counts: count(cases),
    problems,
    exitStatus: exitOf(cases, stopped),
  };
}

/** What is documented is judged; a run in which nothing was is none. */
function exitOf(cases: readonly CaseResult[], stopped: boolean): ExitStatus {
  if (stopped || cases.some(({ verdict }) => verdict === 'error')) return 3;
  if (cases.some(({ verdict }) => verdict === 'fail')) return 1;
  const judged = cases.some(({ checks }) => checks.some(({ level }) => level === 'must'));
  return judged ? 0 : 2;
}
