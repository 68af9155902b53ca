import type { NamedFunctions } from '../engine/functions.js';
import { authenticators } from '../signature/index.js';

/** A provider's own functions with those every contract may name: the built-in authenticators. */
export function withBuiltIns(own: NamedFunctions): NamedFunctions {
  return { ...own, authenticators: { ...authenticators, ...own.authenticators } };
}
