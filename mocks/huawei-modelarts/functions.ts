import type { NamedFunctions } from '../../src/engine/functions.js';
import { analysisResult } from './analysisResult.js';
import { inputsFromDataSource } from './inputsFromDataSource.js';
import { matchesSource } from './matchesSource.js';

/** What the ModelArts contract calls by name. */
const functions: NamedFunctions = {
  filters: { matchesSource },
  values: { analysisResult, inputsFromDataSource },
};

export default functions;
