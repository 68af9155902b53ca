import type { ErrorObject, ValidateFunction } from 'ajv';
import { didYouMean } from '../../errors.js';
import { pointerSegments, valueAt } from '../../language/pointer.js';
import { clip } from '../rungs/process/clip.js';
import { loadMessageValidators, type MessageName } from './messageValidator.js';

/** Says in plain words what is wrong with a message; undefined where nothing is. */
export type CheckMessage = (name: MessageName, value: unknown) => string | undefined;

let loaded: Promise<CheckMessage> | undefined;

/** Makes ready to check messages against the published schema of the protocol. */
export function loadMessageCheck(): Promise<CheckMessage> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<CheckMessage> {
  const make = await loadMessageValidators();
  const known = new Map<MessageName, ValidateFunction>();
  return (name, value) => {
    const validate = known.get(name) ?? make(name);
    known.set(name, validate);
    if (validate(value)) return undefined;
    const [error] = validate.errors ?? [];
    return error ? describe(error, value) : 'it is not of the form expected';
  };
}

function describe(error: ErrorObject, message: unknown): string {
  const { keyword, params, parentSchema } = error;
  const at = pointerSegments(error.instancePath);
  const within = at.length === 0 ? '' : ` in ${at.join('/')}`;
  if (keyword === 'required') return `"${String(params['missingProperty'])}" is missing${within}`;
  if (keyword === 'additionalProperties') {
    const key = String(params['additionalProperty']);
    const known = Object.keys((parentSchema as { readonly properties?: object }).properties ?? {});
    return `"${clip(key)}" is unknown${within}; known are ${known.join(', ')}.${didYouMean(key, known)}`.replace(
      /\.$/,
      '',
    );
  }
  if (keyword === 'false schema') return `"${at.join('/')}" does not go with what else is there`;
  const { title = 'another value' } = (parentSchema ?? {}) as { readonly title?: string };
  const seen = valueAt(message, at);
  const words = (params['allowedValues'] as readonly string[] | undefined) ?? [];
  const expected = words.length === 0 ? title : `${title} (${words.join(', ')})`;
  const where = at.length === 0 ? 'it' : `"${at.join('/')}"`;
  const hint = typeof seen === 'string' ? didYouMean(seen, words) : '';
  return `${where} is ${clip(JSON.stringify(seen) ?? 'undefined', 60)}; expected ${expected}${hint && `.${hint}`}`;
}
