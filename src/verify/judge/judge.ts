import { type Check, type Level, levelOf } from '../../conformance/result.js';
import type { ValidateResponse } from '../../conformance/validateResponse.js';
import type { CompiledContract } from '../../language/compiledContract.js';
import type { Basis } from '../../language/lifecycle.js';
import { citationText } from '../../report/citation.js';
import { describeSource } from '../../report/describeRule.js';
import { one, spaced } from '../../report/words.js';
import { stateSteps } from '../plan/stateSteps.js';
import type { Seen } from '../world/look.js';
import type { Expected, ExpectedRecord } from './expected.js';
import type { Observation } from './observation.js';
import { differenceFrom } from './sameShape.js';

/** The check that looks at an answer's status. */
export const statusSlug = 'answers-with-the-status';

/** What judging needs to know of a contract. */
export interface Judging {
  readonly compiled: CompiledContract;
  readonly validate: ValidateResponse;
}

/** Compares what a target did with what a rule says, facet by facet; each binds as far as the facet is known. */
export function judge(judging: Judging, expected: Expected, observation: Observation): readonly Check[] {
  const status = checkOfStatus(judging, expected, observation);
  const body = checkOfBody(judging, expected, observation);
  return [status, ...(body ? [body] : []), ...checksOfEffect(judging, expected, observation)];
}

function checkOfStatus({ compiled }: Judging, expected: Expected, observation: Observation): Check {
  const { status, because, basis } = expected;
  const seen = observation.called.answer.status;
  return check(seen === status, basis.status, {
    slug: statusSlug,
    judge: 'traffic',
    requirement: `Answers ${status} because ${because}.`,
    expected: `${status} because ${because} (${known(compiled, expected, basis.status)})`,
    observed: `${seen}${afterwards(expected, observation)}`,
  });
}

function checkOfBody({ compiled, validate }: Judging, expected: Expected, { called }: Observation): Check | undefined {
  const { status, basis, example } = expected;
  const { answer, body, operation } = called;
  if (answer.status !== status) return undefined;
  const text = new TextDecoder().decode(answer.body);
  const seen = { status, contentType: answer.headers['content-type'], body: text };
  const undeclared = `status ${status} is not among the operation's responses`;
  const byDocument =
    operation === undefined ? [] : complaints(() => validate(operation, seen)).filter((one) => one !== undeclared);
  const byExample = example === undefined || typeof example === 'string' ? undefined : differenceFrom(example, body);
  const problems = [...byDocument, ...(byExample === undefined ? [] : [byExample])];
  return check(problems.length === 0, basis.body, {
    slug: 'answers-with-the-body',
    judge: 'traffic',
    requirement: `Answers ${status} with the body the document gives it.`,
    expected: `the body of a ${status} as the document has it (${known(compiled, expected, basis.body)})`,
    observed: `${status} with a body in which ${[...new Set(problems)].slice(0, 3).join('; ')}`,
  });
}

/** A body that is announced as JSON and is none cannot be read by anybody. */
function complaints(look: () => readonly string[]): readonly string[] {
  try {
    return look();
  } catch (error) {
    if (error instanceof SyntaxError) return [`the body is not JSON (${error.message})`];
    throw error;
  }
}

function checksOfEffect(judging: Judging, expected: Expected, observation: Observation): readonly Check[] {
  const records = expected.records.flatMap((one) => {
    const seen = observation.seen.get(one.record);
    return seen ? [checkOfRecord(judging, expected, one, seen, observation)] : [];
  });
  const { makes, basis } = expected;
  const { made, called } = observation;
  if (!makes || called.answer.status !== expected.status) return records;
  const thing = spaced(makes.resource);
  const seen = made?.seen;
  const cannotTell = seen?.found === 'unknown';
  const what =
    made?.record === undefined
      ? 'its answer names no record'
      : seen?.found === 'gone'
        ? `the ${thing} cannot be found afterwards`
        : `nobody can tell (${seen?.found === 'unknown' ? seen.why : 'not looked at'})`;
  return [
    ...records,
    check(seen?.found === 'there', cannotTell ? 'inferred' : basis.effect, {
      slug: 'makes-the-change',
      judge: 'state',
      requirement: `The ${thing} that was made can be found afterwards.`,
      expected: `${one(makes.resource)} that can be found afterwards (${known(judging.compiled, expected, basis.effect)})`,
      observed: `${called.answer.status}, but ${what}`,
    }),
  ];
}

function checkOfRecord(
  { compiled }: Judging,
  expected: Expected,
  { record, becomes, state }: ExpectedRecord,
  seen: Seen,
  { called }: Observation,
): Check {
  const { basis } = expected;
  const thing = `the ${spaced(record.resource)}`;
  const holds =
    seen.found === becomes &&
    (state === undefined || seen.found !== 'there' || arrived(compiled, record.resource, state, seen.state));
  const should = becomes === 'gone' ? 'gone' : state === undefined ? 'still there' : state;
  const changes = becomes === 'gone' || state !== undefined;
  return check(holds, seen.found === 'unknown' ? 'inferred' : basis.effect, {
    slug: changes ? 'makes-the-change' : 'changes-nothing',
    judge: 'state',
    requirement: `${upper(thing)} is ${should} afterwards.`,
    expected: `${thing} to be ${should} afterwards (${known(compiled, expected, basis.effect)})`,
    observed: `${called.answer.status}, and ${thing} ${seenText(seen)}`,
  });
}

/** Time does not stand still: a record may have gone on by itself from where it was moved to. */
function arrived(compiled: CompiledContract, resource: string, state: string, seen: string | undefined): boolean {
  if (seen === undefined) return false;
  return stateSteps(compiled, resource, state, seen)?.every(({ operation }) => operation === undefined) ?? false;
}

/** `, and the task is gone`: what else there is to say of an answer that was not expected. */
function afterwards({ records }: Expected, { seen }: Observation): string {
  const [first] = records;
  const after = first && seen.get(first.record);
  return first && after ? `, and the ${spaced(first.record.resource)} ${seenText(after)}` : '';
}

function seenText(seen: Seen): string {
  if (seen.found === 'gone') return 'is gone';
  if (seen.found === 'unknown') return `cannot be looked at (${seen.why})`;
  return seen.state === undefined ? 'is still there' : `is still there (${seen.state})`;
}

/** `documented: Delete a parcel, "Conditions"`. */
function known(compiled: CompiledContract, { citations }: Expected, basis: Basis): string {
  if (basis === 'inferred') return 'not judged: inferred';
  const sources = citations.map((citation) => citationText(describeSource(compiled, citation)));
  return [basis, ...(sources.length === 0 ? [] : [sources.join('; ')])].join(': ');
}

const missed: Readonly<Record<Level, Check['verdict']>> = { must: 'fail', should: 'warn', may: 'info' };

function check(holds: boolean, basis: Basis, { expected, observed, ...said }: Omit<Check, 'level' | 'verdict'>): Check {
  const level = levelOf(basis);
  if (holds) return { ...said, level, verdict: 'pass' };
  return {
    ...said,
    level,
    verdict: missed[level],
    ...(expected === undefined ? {} : { expected }),
    ...(observed === undefined ? {} : { observed }),
  };
}

function upper(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
