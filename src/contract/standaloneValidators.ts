import { Ajv2020 } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import type { CompiledContract } from '../language/compiledContract.js';
import { documentOperations } from '../language/documentOperation.js';
import { inputSchema } from './inputSchema.js';
import { inputAjvOptions } from './inputValidators.js';
import { documentId } from './rebaseRefs.js';

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
      return withoutModules(standalone.default(ajv, Object.fromEntries(wanted.map((name) => [name, name]))));
    },
  };
}

const runtime: Readonly<Record<string, string>> = {
  'ajv/dist/runtime/ucs2length': 'ucs2length',
  'ajv/dist/runtime/equal': 'equal',
};

/** Even as ESM, ajv writes `require` for its runtime. */
function withoutModules(code: string): string {
  const replaced = code
    .replace('"use strict";', '')
    .replaceAll(/export const (input\d+) = /g, 'const $1 = ')
    .replaceAll(/require\("([^"]+)"\)\.default/g, (whole, name: string) => runtime[name] ?? whole);
  const left = /\brequire\(|^\s*(?:import|export)\b/m.exec(replaced);
  if (left)
    throw new Error(
      `ajv's standalone code still has a module reference: ${replaced.slice(left.index, left.index + 80)}`,
    );
  return replaced;
}
