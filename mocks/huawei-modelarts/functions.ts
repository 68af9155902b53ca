import type { NamedFunctions } from '../../src/engine/functions.js';
import { analysisResult } from './analysisResult.js';
import { inputsFromDataSource } from './inputsFromDataSource.js';
import { matchesSource } from './matchesSource.js';
import { kindsByPage, kindsByRecord } from './processingKinds.js';

/** What the ModelArts contract calls by name. */
const functions: NamedFunctions = {
  filters: { matchesSource },
  values: { analysisResult, inputsFromDataSource },
  bodies: { kindsByPage, kindsByRecord },
};

export default functions;
