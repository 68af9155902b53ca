import type { NamedFunctions } from '../../src/engine/functions.js';
import { commaSeparated } from './commaSeparated.js';

/** What the NCLUE contract calls by name. */
const functions: NamedFunctions = { values: { commaSeparated } };

export default functions;
