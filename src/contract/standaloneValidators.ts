import { Ajv2020 } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import type { CompiledContract } from '../language/compiledContract.js';
import { documentOperations } from '../language/documentOperation.js';
import { inputSchema } from './inputSchema.js';
import { inputAjvOptions } from './inputValidators.js';
import { documentId } from './rebaseRefs.js';
import { withoutAjv } from './withoutAjv.js';

/** Input validators of a contract as JavaScript that needs no ajv when it runs. */
export interface StandaloneValidators {
  /** operationId → the function's name in the code. */
  readonly names: Readonly<Record<string, string>>;
  /**
   * Writes statements that declare the functions of these operations, and what they share. They import nothing; they use
   * `ucs2length` and `equal`.
   */
  readonly write: (operationIds: readonly string[]) => string;
}

/** Compiles the input validators of a contract, to be written. */
export function standaloneValidators(compiled: CompiledContract): StandaloneValidators {
  const ajv = new Ajv2020({ ...inputAjvOptions, code: { source: true, esm: true } });
  ajv.addSchema(compiled.document, documentId, true, false);
  const names: Record<string, string> = {};
  for (const [index, operation] of documentOperations(compiled.document).entries()) {
    const name = `input${index}`;
    names[operation.id] = name;
    ajv.addSchema(inputSchema(compiled.document, operation), name);
  }
  return {
    names,
    write(operationIds) {
      const wanted = operationIds.flatMap((id) => names[id] ?? []);
      const code = standalone.default(ajv, Object.fromEntries(wanted.map((name) => [name, name])));
      return withoutAjv(asStatements(code));
    },
  };
}

/** As statements instead of exports. */
function asStatements(code: string): string {
  return code.replace('"use strict";', '').replaceAll(/export const (input\d+) = /g, 'const $1 = ');
}
