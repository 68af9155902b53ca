import type { FailureCause, FailureKind, FailureWhen } from '../language/lifecycle.js';
import { describeSwitches } from './describeWhen.js';
import { orList } from './words.js';

const kinds: Readonly<Record<FailureKind, string>> = {
  unknownRoute: 'no operation has the path',
  methodNotAllowed: 'no operation of the path has the method',
  unauthenticated: 'the credential is missing or wrong',
  forbidden: 'the credential does not allow it',
  missing: 'a required input is missing',
  invalid: 'an input does not fit its schema',
  unknown: 'an input is not declared',
  malformed: 'the body or the query cannot be read',
  mediaType: 'the body is of another media type',
  tooLarge: 'the body is too large',
  throttled: 'a fault throttles the request',
  internal: 'the mock itself fails',
};

const causes: Readonly<Record<FailureCause, string>> = {
  none: 'no credential is sent',
  key: 'the key is not known',
  signature: 'the signature does not match',
  expired: 'the signature is out of date',
  malformed: 'the credential cannot be read',
  unsupported: 'the kind of credential is not supported',
  partition: 'the credential belongs to another project',
};

/** The guard of a failure row in plain English; empty where there is none. */
export function describeFailureWhen(when: FailureWhen): string {
  // A cause says more than the kind it narrows.
  const what = when.cause?.map((cause) => causes[cause]) ?? when.kind?.map((kind) => kinds[kind]) ?? [];
  const where = [
    ...(when.in ? [`in the ${orList(when.in)}`] : []),
    ...(when.at ? [`at ${orList(when.at)}`] : []),
    ...(when.keyword ? [`by the keyword ${orList(when.keyword)}`] : []),
    ...(when.operation ? [`on ${orList(when.operation)}`] : []),
  ];
  const first = [...(what.length === 0 ? [] : [orList(what)]), ...where].join(' ');
  return [...(first === '' ? [] : [first]), ...describeSwitches(when.switch)].join(', and ');
}
