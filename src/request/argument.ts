import { TombstoneError } from '../errors.js';

/** A value given for a request, by the name of a parameter or of a property of the body. */
export interface Argument {
  readonly name: string;
  readonly value: ArgumentValue;
}

/** A text, to be read as its schema says; or a JSON value. */
export type ArgumentValue = { readonly text: string } | { readonly json: unknown };

/**
 * Reads `name=value` or `name:=json`.
 *
 * @throws TombstoneError `bad-usage`
 */
export function parseArgument(written: string): Argument {
  const equals = written.indexOf('=');
  const isJson = equals > 0 && written[equals - 1] === ':';
  const name = written.slice(0, isJson ? equals - 1 : equals);
  if (equals < 1 || name === '') {
    throw new TombstoneError('bad-usage', `"${written}" is no value for the request. Write name=value or name:=json.`);
  }
  const text = written.slice(equals + 1);
  return { name, value: isJson ? { json: parseJson(text, written) } : { text } };
}

function parseJson(text: string, written: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new TombstoneError(
      'bad-usage',
      `The value of "${written}" is not JSON (${reason}). After := JSON is expected; a text is given with = alone.`,
      { cause },
    );
  }
}
