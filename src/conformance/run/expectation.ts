import type { Contract } from '../../engine/contract.js';
import type { Exchange, Mock } from '../../mock/mock.js';
import { buildRequest } from '../../request/buildRequest.js';
import type { Case, CaseStep, CredentialSetup } from '../case.js';
import type { FailureRequest } from '../derive/failureCase.js';
import { failureRequest } from '../derive/failureRequest.js';
import type { ContractKnowledge } from '../know/contractKnowledge.js';
import { openWorld, type WorldOptions } from './openWorld.js';
import { subjectOf } from './subjectOf.js';
import { holdsRecord, trackWorld } from './trackWorld.js';
import { valueMet } from './valueMet.js';
import { viewWorld, type WorldView } from './viewWorld.js';

/** What one step's right request is, and how it is answered. */
export interface ExpectedStep {
  readonly method: string;
  readonly target: string;
  readonly body: string;
  /** The answer of the last right call. */
  readonly answer: Exchange | undefined;
  /** Was there no such record before? */
  readonly absent: boolean;
}

/** What the contract makes of a case where every call is made once, and right. */
export interface Expectation {
  readonly steps: readonly ExpectedStep[];
  readonly before: WorldView;
  readonly after: WorldView;
}

/**
 * Plays a case's right calls in a sandbox of their own. Expected values are never written down: they are what the rules
 * make of the setup.
 *
 * @param faultless plays it as a client does that tries again until nothing is in its way
 */
export function expectationOf(
  one: Case,
  known: ContractKnowledge,
  world: WorldOptions,
  faultless: boolean,
): Expectation {
  const mock = openWorld(faultless ? withoutFaults(one) : one, known, world);
  const before = viewWorld(mock, known.contract);
  const track = trackWorld(mock, one.provider, [], one.meanwhile);
  const steps = one.steps.map((step): ExpectedStep => {
    const subject = subjectOf(known.contract, step);
    const absent = subject !== undefined && !holdsRecord(mock, one.provider, subject);
    play(mock, one, step, known);
    const { method, target, body } = buildRequest(known.contract.compiled.document, step.operation, step.values);
    return { method, target, body: new TextDecoder().decode(body), answer: track.exchanges.at(-1), absent };
  });
  track.stop();
  return { steps, before, after: viewWorld(mock, known.contract) };
}

function withoutFaults(one: Case): Case {
  return { ...one, setup: { ...one.setup, faults: [] } };
}

function play(mock: Mock, { setup }: Case, step: CaseStep, { contract }: ContractKnowledge): void {
  const credential = badCredential(contract, step.operation, setup.credentials);
  const sends = { operation: step.operation, values: step.values, ...(credential ? { credential } : {}) };
  const attempts = step.until?.atMost ?? 1;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const { body } = mock.handle(failureRequest(contract, sends, 'localhost', Date.now()));
    if (step.until && valueMet(step.until, typeof body === 'string' ? body : '')) return;
  }
}

/** What is wrong with the credential of a call; undefined where it is good, or none is asked for. */
function badCredential(
  contract: Contract,
  operation: string,
  credentials: CredentialSetup,
): FailureRequest['credential'] | undefined {
  if (credentials === 'good') return undefined;
  if (credentials !== 'none') return credentials;
  const scheme = contract.operations.get(operation)?.security[0]?.[0]?.name;
  return scheme === undefined ? undefined : { scheme, cause: 'none' };
}
