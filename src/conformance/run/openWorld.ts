import { createMock } from '../../mock/createMock.js';
import type { AuthMode, Mock } from '../../mock/mock.js';
import type { Case } from '../case.js';
import { setStage } from '../derive/setStage.js';
import type { ContractKnowledge } from '../know/contractKnowledge.js';

/** Every case begins at this instant of its sandbox's clock, so that a run can be repeated. */
const beginning = Date.UTC(2026, 0, 1);

/** What the sandboxes of a run have in common. */
export interface WorldOptions {
  readonly seed: number;
  /** Are credentials checked? A program that is only observed brings its own. */
  readonly auth: AuthMode;
}

/** Opens a case's sandbox: its records, switches, faults and wall clock, and nothing else. */
export function openWorld(
  { provider, setup }: Case,
  { source }: ContractKnowledge,
  { seed, auth }: WorldOptions,
): Mock {
  const mock = createMock([source], {
    fixtures: { [provider]: {} },
    pace: 'manual',
    start: beginning,
    seed,
    auth,
    wallTime: () => Date.now() + setup.clockOffset,
  });
  setStage(mock, provider, setup);
  for (const fault of setup.faults) mock.faults.add(fault);
  return mock;
}
