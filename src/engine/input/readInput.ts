import type { OpenApiDocument, OperationObject, ParameterObject } from '../../language/openapi.js';
import { resolveRef } from '../../language/resolveRef.js';
import type { InputView } from '../functions.js';
import type { Failure } from '../scope.js';
import { compileBody } from './body.js';
import type { IntegerReading } from './coerce.js';
import { type LinkedParameter, linkParameter, readParameter, readText } from './parameters.js';
import { parseQuery } from './query.js';

/** The parts of a request an operation's input is read from. */
export interface RawInput {
  readonly path: Readonly<Record<string, string>>;
  /** Without the `?`. */
  readonly query: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | undefined;
}

/** Reads an operation's input; a failure where it cannot be read at all. Defaults and checks are the validator's. */
export type ReadInput = (
  raw: RawInput,
) => { readonly input: InputView } | { readonly input: InputView; readonly failure: Failure };

const empty = Object.freeze({});

/** Compiles the reading of one operation's parameters and body. */
export function compileReadInput(
  document: OpenApiDocument,
  operation: OperationObject,
  parameters: readonly ParameterObject[],
  integers: IntegerReading,
): ReadInput {
  const linked = (location: ParameterObject['in']): readonly LinkedParameter[] =>
    parameters
      .filter((parameter) => parameter.in === location)
      .map((parameter) => linkParameter(document, parameter, integers));
  const inPath = linked('path');
  const pathIsText = inPath.every(({ isText }) => isText);
  const inQuery = new Map(linked('query').map((parameter) => [parameter.name, parameter]));
  const inHeader = linked('header').map((parameter) => ({ ...parameter, name: parameter.name.toLowerCase() }));
  const readBody = compileBody(
    document,
    operation.requestBody && resolveRef(document, operation.requestBody),
    integers,
  );

  return (raw) => {
    const path = pathIsText ? raw.path : readPath(inPath, raw.path);
    const header = inHeader.length === 0 ? empty : readHeaders(inHeader, raw.headers);
    const { query, undeclared, failure } =
      raw.query === '' && inQuery.size === 0 ? nothingAsked : readQuery(inQuery, raw.query);
    const body = readBody(raw.body, raw.headers['content-type']);
    const input = { path, query, header, body: 'value' in body ? body.value : undefined, undeclared };
    const problem = failure ?? ('failure' in body ? body.failure : undefined);
    return problem ? { input, failure: problem } : { input };
  };
}

function readPath(
  parameters: readonly LinkedParameter[],
  texts: Readonly<Record<string, string>>,
): Record<string, unknown> {
  return Object.fromEntries(parameters.map((one) => [one.name, readText(one, texts[one.name] ?? '')]));
}

function readHeaders(
  parameters: readonly LinkedParameter[],
  headers: Readonly<Record<string, string>>,
): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const parameter of parameters) {
    const text = headers[parameter.name];
    if (text !== undefined) values[parameter.name] = readText(parameter, text);
  }
  return values;
}

type QueryRead = Pick<InputView, 'query' | 'undeclared'> & { readonly failure?: Failure };

/** Where parameters are declared, a validator may fill in their defaults, so the object must be a new one. */
const nothingAsked: QueryRead = { query: empty, undeclared: empty };

function readQuery(parameters: ReadonlyMap<string, LinkedParameter>, raw: string): QueryRead {
  const query: Record<string, unknown> = {};
  if (raw === '') return { query, undeclared: empty };
  const pairs = parseQuery(raw);
  if (!pairs) {
    const explanation = 'The query holds a percent sequence that cannot be decoded.';
    return {
      query,
      undeclared: empty,
      failure: { kind: 'malformed', in: 'query', at: '', name: 'query', explanation },
    };
  }
  // Names come from clients: without a prototype `__proto__` is one like any other.
  const undeclared: Record<string, string | readonly string[]> = Object.create(null);
  for (const [name, texts] of pairs) {
    const parameter = parameters.get(name);
    if (parameter) query[name] = readParameter(parameter, texts);
    else undeclared[name] = texts.length === 1 ? (texts[0] ?? '') : texts;
  }
  return { query, undeclared };
}
