import type { NamedFunctions } from '../../src/engine/functions.js';
import { commaSeparated } from './commaSeparated.js';

const functions: NamedFunctions = { values: { commaSeparated } };

export default functions;
