import type { CompiledContract } from '../../language/compiledContract.js';
import { requestPart } from '../../table/requestPart.js';

/** A name that no other record has, for that place of an operation's request. */
export type NewName = (operation: string, place: string) => string;

/** Names that say whose records these are. @param run told apart from other runs by it */
export function namesOf({ document }: CompiledContract, run: string): NewName {
  let count = 0;
  return (operation, place) => {
    count += 1;
    const name = `tombstone-verify-${run}-${count}`;
    const longest = requestPart(document, operation, place)?.schema['maxLength'];
    // What tells names apart is their end.
    return typeof longest === 'number' ? name.slice(-longest) : name;
  };
}
