import { spaced } from '../../report/words.js';
import { deleterOf } from '../plan/operationsOf.js';
import { stateSteps } from '../plan/stateSteps.js';
import type { Service } from '../service.js';
import { call, isDone } from './call.js';
import { look, valuesOf } from './look.js';
import { refusalText } from './refusalText.js';
import type { StandingRecord } from './standing.js';

const shortestPause = 25;
const longestPause = 2000;

/**
 * Brings a record into a state: by operations that move it, and by waiting for what happens by itself. Gives the reason
 * where that does not come about.
 *
 * @throws TombstoneError `no-answer`
 */
export async function moveRecord(service: Service, record: StandingRecord, state: string): Promise<string | undefined> {
  const { compiled } = service.contract;
  const thing = spaced(record.resource);
  let waited = 0;
  let pause = shortestPause;
  let before: string | undefined;
  for (;;) {
    const seen = await look(service, record);
    if (seen.found !== 'there')
      return `The ${thing} that was made cannot be seen: ${seen.by ? refusalText(seen.by) : 'it is gone'}.`;
    if (seen.state === state) return undefined;
    if (seen.state === undefined) return `What is shown of the ${thing} names no state we know.`;
    const [step] = stateSteps(compiled, record.resource, seen.state, state) ?? [];
    if (!step)
      return `The ${thing} is ${seen.state}, from where nothing leads to ${state}: it went past, or began elsewhere.`;
    if (step.operation !== undefined) {
      const problem = await callFor(service, step.operation, record);
      if (problem !== undefined) return problem;
      if (before === seen.state) return `${step.operation} leaves the ${thing} ${seen.state}; ${step.to} is expected.`;
      before = seen.state;
      continue;
    }
    if (service.stop.aborted) return `The ${thing} was still ${seen.state} when the run was stopped.`;
    if (waited >= service.wait)
      return `The ${thing} was still ${seen.state} after ${waitText(service.wait)}; ${state} was waited for (--wait).`;
    const left = Math.min(pause, service.wait - waited);
    await service.sleep(left);
    waited += left;
    pause = Math.min(longestPause, pause * 1.5);
  }
}

function waitText(milliseconds: number): string {
  return milliseconds % 1000 === 0 ? `${milliseconds / 1000} s` : `${milliseconds} ms`;
}

/** Deletes a record; gives the reason where it is not deleted. @throws TombstoneError `no-answer` */
export async function deleteRecord(service: Service, record: StandingRecord): Promise<string | undefined> {
  const deleter = deleterOf(service.contract.compiled, record.resource);
  if (!deleter) return `no operation deletes a ${spaced(record.resource)}`;
  const missing = Object.keys(deleter.operation.bind).find((ref) => record.names[ref] === undefined);
  if (missing !== undefined) return `${deleter.id} asks for its ${spaced(missing)}, which is not known`;
  return callFor(service, deleter.id, record);
}

async function callFor(service: Service, id: string, record: StandingRecord): Promise<string | undefined> {
  const { compiled } = service.contract;
  const operation = compiled.lifecycle.operations[id];
  if (operation?.by === undefined) return `${id} takes no key`;
  const called = await call(service, id, valuesOf(compiled, { id, operation, by: operation.by }, record));
  return isDone(called) ? undefined : refusalText(called);
}
