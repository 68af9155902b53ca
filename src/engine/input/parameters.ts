import type { OpenApiDocument, ParameterObject } from '../../language/openapi.js';
import { resolveRef } from '../../language/resolveRef.js';
import { type Coerce, compileCoercion, type IntegerReading, sameText, typesOf } from './coerce.js';

/** A declared parameter, ready to be read. */
export interface LinkedParameter {
  readonly name: string;
  readonly isArray: boolean;
  /** What separates the items where an array travels as one value; none where it is repeated. */
  readonly separator: string | undefined;
  readonly coerce: Coerce;
  /** Is its value the text as it was sent? */
  readonly isText: boolean;
}

const separators: Readonly<Record<string, string>> = { spaceDelimited: ' ', pipeDelimited: '|' };

/** Prepares the parameters of one location. Cookies are no input of any rule and are left out by the caller. */
export function linkParameter(
  document: OpenApiDocument,
  parameter: ParameterObject,
  integers: IntegerReading,
): LinkedParameter {
  const schema = parameter.schema && resolveRef(document, parameter.schema);
  const isArray = typesOf(schema).includes('array');
  // OpenAPI: `form` (the default in a query) repeats the parameter unless `explode` is false; elsewhere one value is split at commas.
  const style = parameter.style ?? (parameter.in === 'query' ? 'form' : 'simple');
  const repeats = parameter.in === 'query' && (parameter.explode ?? style === 'form');
  const coerce = compileCoercion(document, isArray ? schema?.items : schema, integers);
  return {
    name: parameter.name,
    isArray,
    separator: isArray && !repeats ? (separators[style] ?? ',') : undefined,
    coerce,
    isText: !isArray && coerce === sameText,
  };
}

/** The value of a parameter given once. */
export function readText(parameter: LinkedParameter, text: string): unknown {
  return parameter.isArray ? readParameter(parameter, [text]) : parameter.coerce(text);
}

/** The value of a parameter given by these texts (one for each time it was given). */
export function readParameter(parameter: LinkedParameter, texts: readonly string[]): unknown {
  if (parameter.isArray) {
    const items =
      parameter.separator === undefined ? texts : texts.flatMap((text) => text.split(parameter.separator ?? ','));
    return items.map(parameter.coerce);
  }
  // Given twice, a single value stays a list, which its schema then refuses.
  return texts.length === 1 ? parameter.coerce(texts[0] ?? '') : texts;
}
