import type { Contract } from '../../engine/contract.js';
import type { CaseStep, Subject } from '../case.js';
import { readFromRequest } from '../derive/place.js';

/** The record a step's operation is about, as far as the request names one. */
export function subjectOf({ compiled, resources }: Contract, { operation, values }: CaseStep): Subject | undefined {
  const { on, by } = compiled.lifecycle.operations[operation] ?? {};
  if (on === undefined || by === undefined) return undefined;
  const key = readFromRequest(values, by);
  if (resources.get(on)?.integerKey) return Number.isInteger(key) ? { resource: on, key: Number(key) } : undefined;
  return typeof key === 'string' ? { resource: on, key } : undefined;
}
