import type { Mutant } from './mutant.js';
import { reportMutants } from './report.js';
import { stateMutants } from './state.js';
import { trafficMutants } from './traffic.js';

/** Every mutant; for each check there is at least one that fails it. */
export const mutants: readonly Mutant[] = [...trafficMutants, ...stateMutants, ...reportMutants];
