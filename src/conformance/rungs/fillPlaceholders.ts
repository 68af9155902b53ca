import type { RunMessage, Step } from '../protocol/messages.js';
import { firstOfEach, textOf } from './stepVariables.js';

/** A command line with its placeholders filled, or the first that there is nothing for. */
export interface Filled {
  readonly command: readonly string[];
  readonly missing?: string;
}

/**
 * Fills `{name}` in the arguments of a program: a parameter of the step, else `{operation}`, `{baseUrl}`, `{provider}`,
 * `{credential}`, `{accessKey}`, `{secretKey}`. Doubled braces stand for single ones: `{{name}}` is `{name}`.
 */
export function fillPlaceholders(command: readonly string[], step: Step, message: RunMessage): Filled {
  const { value = '', accessKey = '', secret: secretKey = '' } = firstOfEach(Object.values(message.credentials));
  const { operation, parameters } = step;
  const { baseUrl, provider } = message;
  const known: Readonly<Record<string, string>> = {
    ...{ operation, baseUrl, provider, credential: value, accessKey, secretKey },
    ...Object.fromEntries(Object.entries(parameters).map(([name, given]) => [name, textOf(given)])),
  };
  const missing: string[] = [];
  const fill = (argument: string) =>
    argument.replaceAll(/\{(\{[\w.$-]+\})\}|\{([\w.$-]+)\}/g, (_, doubled?: string, name = '') => {
      if (doubled !== undefined) return doubled;
      if (Object.hasOwn(known, name)) return known[name] ?? '';
      missing.push(name);
      return '';
    });
  const filled = command.map(fill);
  const [first] = missing;
  return { command: filled, ...(first === undefined ? {} : { missing: first }) };
}
