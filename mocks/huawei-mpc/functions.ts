import type { NamedFunctions } from '../../src/engine/functions.js';
import { periodReversed } from './periodReversed.js';
import { statSummary } from './statSummary.js';
import { withNoTask } from './withNoTask.js';

/** What the MPC contract calls by name. */
const functions: NamedFunctions = {
  guards: { periodReversed },
  bodies: { withNoTask, statSummary },
};

export default functions;
