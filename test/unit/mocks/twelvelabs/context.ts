import type { FunctionContext, InputView } from '../../../../src/engine/functions.js';
import type { Fields } from '../../../../src/store/store.js';

/** A function's context with these parts of a request, and this record where there is one. */
export function contextOf(request: Partial<InputView>, record?: Fields): FunctionContext {
  const empty: InputView = { path: {}, query: {}, header: {}, body: undefined, undeclared: {} };
  return { request: { ...empty, ...request }, record, now: 0, random: () => 0 };
}
