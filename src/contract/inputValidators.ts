import { Ajv2020 } from 'ajv/dist/2020.js';
import type { CompiledContract, InputValidator, InputValidators } from '../language/compiledContract.js';
import { documentOperations } from '../language/documentOperation.js';
import { inputSchema } from './inputSchema.js';
import { documentId } from './rebaseRefs.js';

/**
 * The options every input validator is made with, at build time as well as at run time. Schemas are validated where a
 * contract is checked whole: the first request need not wait until the meta-schema is compiled.
 */
export const inputAjvOptions = {
  strict: false,
  useDefaults: true,
  validateFormats: false,
  allErrors: false,
  validateSchema: false,
} as const;

/** Compiles the input validators of a contract; each when it is first asked for, since compiling all takes long. */
export function compileInputValidators(compiled: CompiledContract): InputValidators {
  const ajv = new Ajv2020(inputAjvOptions);
  ajv.addSchema(compiled.document, documentId, true, false);
  const operations = new Map(documentOperations(compiled.document).map((operation) => [operation.id, operation]));
  const made = new Map<string, InputValidator>();
  return (operationId) => {
    const known = made.get(operationId);
    if (known) return known;
    const operation = operations.get(operationId);
    if (!operation) throw new Error(`no operation ${operationId}`);
    const validator = ajv.compile(inputSchema(compiled.document, operation)) as InputValidator;
    made.set(operationId, validator);
    return validator;
  };
}
