import type { NamedFunctions } from '../../engine/functions.js';
import type { CompiledContract } from '../../language/compiledContract.js';
import type { Issue, PlaceOf } from '../issue.js';
import { schemesAreVerified } from './auth.js';
import { bodiesAreCertain } from './bodies.js';
import { citationsResolve } from './citations.js';
import { deletionsLeaveNothingDangling } from './dangling.js';
import { effectNamesResolve } from './effects.js';
import { changesEnd } from './endless.js';
import { examplesFit } from './examples.js';
import { expressionsResolve } from './expressions.js';
import { failureNamesResolve, failuresAreTotal } from './failures.js';
import { calledFunctionsExist, generatorsAreKnown } from './functions.js';
import { guardNamesResolve } from './guards.js';
import { listsFit } from './lists.js';
import { operationsAreOnResources, operationsHaveTables } from './operations.js';
import { recordsAreThere } from './records.js';
import { requestExamplesAreValid } from './requestExamples.js';
import { resourceNamesResolve } from './resources.js';
import { schemaCheckOf } from './schemaCheck.js';
import { documentedStatusesAreListed } from './statuses.js';
import { type LintRule, subjectOf } from './subject.js';
import { switchValuesAreUsed, switchWordsAreLegal } from './switches.js';
import { deletionsListStates, entryRowsAreReached, tablesAreTotal } from './tables.js';
import { rowsCanBeToldApart } from './tellApart.js';
import { rowIdsAreUnique, stateNamesAreFree } from './uniqueNames.js';

/** Names first: a table whose names lead nowhere cannot be tried. */
const nameRules: readonly LintRule[] = [
  operationsHaveTables,
  operationsAreOnResources,
  resourceNamesResolve,
  guardNamesResolve,
  effectNamesResolve,
  expressionsResolve,
  calledFunctionsExist,
  generatorsAreKnown,
  schemesAreVerified,
  citationsResolve,
  failureNamesResolve,
  stateNamesAreFree,
  rowIdsAreUnique,
];

const meaningRules: readonly LintRule[] = [
  tablesAreTotal,
  entryRowsAreReached,
  failuresAreTotal,
  documentedStatusesAreListed,
  switchValuesAreUsed,
  switchWordsAreLegal,
  recordsAreThere,
  changesEnd,
  listsFit,
  bodiesAreCertain,
  deletionsListStates,
  deletionsLeaveNothingDangling,
  rowsCanBeToldApart,
];

/** What lint looks at. */
export interface LintInput {
  readonly compiled: CompiledContract;
  /** Locates a path of the merged document, `x-lifecycle` included. */
  readonly placeOf: PlaceOf;
  /** The provider's named functions and the built-in ones. */
  readonly functions: NamedFunctions;
}

/**
 * Finds what a contract that can be read still gets wrong: names that lead nowhere, undecided situations, unreachable
 * rows, examples that do not fit. Where names are wrong, only these are reported: the rest would follow from them.
 *
 * @returns the issues in the order of their places.
 */
export async function lintContract({ compiled, placeOf, functions }: LintInput): Promise<readonly Issue[]> {
  const subject = subjectOf(compiled, functions, placeOf);
  const names = nameRules.flatMap((rule) => rule(subject));
  if (names.length > 0) return inOrder(names);
  const check = await schemaCheckOf(compiled.document);
  const meaning = meaningRules.flatMap((rule) => rule(subject));
  return inOrder([...meaning, ...examplesFit(subject, check), ...requestExamplesAreValid(subject, check)]);
}

/** By place, each once: a shared row is looked at once for every table it is in. */
function inOrder(issues: readonly Issue[]): readonly Issue[] {
  const once = new Map(issues.map((issue) => [JSON.stringify([issue.code, issue.place, issue.message]), issue]));
  return [...once.values()].sort(
    ({ place: one }, { place: other }) =>
      one.file.localeCompare(other.file) || one.line - other.line || one.column - other.column,
  );
}
