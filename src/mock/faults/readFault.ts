import { didYouMean } from '../../errors.js';
import { readDuration } from '../clock.js';
import { checkStatusFault, statusKeys } from './checkStatusFault.js';
import type { FaultSetting } from './fault.js';
import { bad, checkKeys, isObject, isWhole, show } from './shape.js';

const settingKeys = ['operation', 'times', 'after', 'probability', 'fault'];
const kinds = ['status', 'reset', 'truncate', 'loseResponse'];

/** Longer waits are mistaken ones; and timers beyond 24.8 days fire at once. */
const longestLatency = 24 * 60 * 60 * 1000;

/**
 * Reads a fault as a caller gives it; the caller's object is not kept.
 *
 * @param operations every name it may be laid over
 * @throws TombstoneError `bad-fault`, `bad-duration`
 */
export function readFault(given: unknown, operations: readonly string[]): FaultSetting {
  if (!isObject(given)) throw bad(`The fault is ${show(given)}; expected {"operation":"…","fault":{…}}.`);
  checkKeys(given, settingKeys, 'A fault');
  const { operation, times, after, probability, fault } = given;
  checkOperation(operation, operations);
  if (times !== undefined && !isWhole(times, 1))
    throw bad(`times is ${show(times)}; expected how many calls to strike, a whole number from 1.`);
  if (after !== undefined && !isWhole(after, 0))
    throw bad(`after is ${show(after)}; expected how many calls to let pass, a whole number from 0.`);
  if (probability !== undefined && !(typeof probability === 'number' && probability > 0 && probability <= 1))
    throw bad(`probability is ${show(probability)}; expected a number above 0 and at most 1.`);
  checkFault(fault);
  return copyOf(given);
}

function checkOperation(operation: unknown, operations: readonly string[]): void {
  if (typeof operation === 'string' && operations.includes(operation)) return;
  const hint = typeof operation === 'string' ? didYouMean(operation, operations) : '';
  throw bad(
    `operation is ${show(operation)}, which is not here.${hint} Expected <provider>/<operationId>, <provider>/* or *.`,
  );
}

function checkFault(fault: unknown): void {
  if (!isObject(fault)) throw bad(`fault is ${show(fault)}; expected an object such as {"status":503}.`);
  checkKeys(fault, ['latency', ...kinds, ...statusKeys], 'fault');
  const chosen = kinds.filter((kind) => fault[kind] !== undefined);
  const choices = 'one of status, reset, truncate and loseResponse, or latency, or latency with one of these';
  if (chosen.length > 1) throw bad(`fault has ${chosen.join(' and ')}; expected ${choices}.`);
  if (chosen.length === 0 && fault['latency'] === undefined)
    throw bad(`fault is ${show(fault)} and does nothing; expected ${choices}.`);
  checkLatency(fault['latency']);
  checkStatusFault(fault);
  const { reset, truncate, loseResponse } = fault;
  if (reset !== undefined && reset !== 'before' && reset !== 'after')
    throw bad(`reset is ${show(reset)}; expected "before" or "after" (the effect).`);
  if (truncate !== undefined && truncate !== true && !isWhole(truncate, 0))
    throw bad(`truncate is ${show(truncate)}; expected true (half the body) or how many bytes of it to send.`);
  if (loseResponse !== undefined && loseResponse !== true)
    throw bad(`loseResponse is ${show(loseResponse)}; expected true.`);
}

function checkLatency(latency: unknown): void {
  if (latency === undefined) return;
  if (typeof latency !== 'string' && typeof latency !== 'number')
    throw bad(`latency is ${show(latency)}; expected "250ms", or milliseconds.`);
  if (readDuration(latency) > longestLatency) throw bad(`latency is ${show(latency)}; expected a day at most.`);
}

function copyOf(given: Readonly<Record<string, unknown>>): FaultSetting {
  try {
    return JSON.parse(JSON.stringify(given)) as FaultSetting;
  } catch (cause) {
    throw bad(`The fault cannot be written as JSON: ${cause instanceof Error ? cause.message : String(cause)}.`);
  }
}
