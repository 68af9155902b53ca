import { type JSONValue, query } from 'json-p3';
import { type Located, toData } from './located.js';

/** What a JSONPath selects, as paths in document order. */
export interface Selection {
  readonly paths: readonly (readonly (string | number)[])[];
}

/** Selects nodes by JSONPath (RFC 9535), or says why there are none. */
export function select(document: Located, target: string): Selection | { readonly problem: string } {
  const answer = ask(document, target);
  if (typeof answer === 'string') return { problem: `The target ${target} is not a JSONPath: ${answer}` };
  if (answer.length === 0) return { problem: `The target ${target} matches nothing in the document.` };
  return { paths: answer };
}

function ask(document: Located, target: string): (string | number)[][] | string {
  // The whole document, which most overlays add to, needs no search.
  if (target === '$') return [[]];
  try {
    const paths = query(target, toData(document) as JSONValue).nodes.map((node) => node.location);
    // `$..x` may name a node twice; changing it twice would append to a list twice.
    return [...new Map(paths.map((path) => [JSON.stringify(path), path])).values()];
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
