import type { ErrorObject, ValidateFunction } from 'ajv';
import { didYouMean, type ErrorCode } from '../errors.js';
import { pointerSegments, valueAt } from '../language/pointer.js';
import type { Issue } from './issue.js';
import { lifecycleValidator } from './lifecycleSchema.js';
import { keyPlaceIn, type Located, placeIn, toData } from './located.js';
import { describeShapeError } from './shapeErrors.js';

/** Checks `x-lifecycle` against the published schema: one message for each thing that is wrong, at its line. */
export async function checkShape(lifecycle: Located): Promise<Issue[]> {
  return shapeIssues(await lifecycleValidator(), lifecycle, { code: 'lifecycle-shape', name: 'x-lifecycle' });
}

/** What the complaints about a file's shape go by: their code, and what the whole is called. */
export interface ShapeWords {
  readonly code: ErrorCode;
  readonly name: string;
}

/** Checks data against a compiled schema: one message for each thing that is wrong, at its line. */
export function shapeIssues(validate: ValidateFunction, root: Located, words: ShapeWords): Issue[] {
  const data = toData(root);
  if (validate(data)) return [];
  const errors = (validate.errors ?? []).filter(isSpecific);
  return onePerPlace(
    errors.filter((error) => !isExplainedByTypo(error, errors)).map((error) => toIssue(error, root, data, words)),
  );
}

/** Errors that only repeat what another one says better. */
function isSpecific(error: ErrorObject): boolean {
  return error.keyword !== 'if' && error.keyword !== 'propertyNames' && !error.schemaPath.includes('/oneOf/');
}

/** `decid` is unknown and `decide` is missing: that is one mistake, said at the key that is there. */
function isExplainedByTypo(error: ErrorObject, all: readonly ErrorObject[]): boolean {
  if (error.keyword !== 'required') return false;
  return all.some((other) => {
    if (other.keyword !== 'additionalProperties' || other.instancePath !== error.instancePath) return false;
    const known = Object.keys((other.parentSchema as { properties?: object }).properties ?? {});
    return didYouMean(String(other.params['additionalProperty']), known) !== '';
  });
}

function toIssue(error: ErrorObject, root: Located, data: unknown, { code, name }: ShapeWords): Issue {
  const segments = pointerSegments(error.instancePath);
  const key =
    error.keyword === 'additionalProperties' ? String(error.params['additionalProperty']) : error.propertyName;
  const refused = error.keyword === 'false schema';
  const at = key === undefined ? segments : [...segments, key];
  const place = key !== undefined || refused ? keyPlaceIn(root, at) : placeIn(root, at);
  const message = describeShapeError(error, at, valueAt(data, segments), name);
  return { code, severity: 'error', message, place };
}

function onePerPlace(issues: readonly Issue[]): Issue[] {
  return [...new Map(issues.toReversed().map((issue) => [JSON.stringify(issue.place), issue])).values()].toReversed();
}
