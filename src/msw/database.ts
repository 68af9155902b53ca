import { didYouMean, TombstoneError } from '../errors.js';
import type { DataModel } from './dataTypes.js';

type AnyModel = DataModel<Record<string, unknown>>;

/** The models of a provider by name. One that does not exist can be looked at and not used: its use says so. */
export function createDatabase(provider: string, models: Readonly<Record<string, AnyModel>>): object {
  const known = Object.keys(models);
  return new Proxy(models, {
    get(target, name, receiver) {
      if (typeof name !== 'string' || Reflect.has(target, name)) return Reflect.get(target, name, receiver);
      return missingModel(provider, name, known);
    },
  });
}

// Refused not at once but when it is used: printing and comparing ask any object for names like `toJSON`.
function missingModel(provider: string, name: string, known: readonly string[]): object {
  return new Proxy(
    {},
    {
      get(_, member) {
        if (typeof member !== 'string') return undefined;
        const message = `${provider} has no model "${name}".${didYouMean(name, known)} Known: ${known.join(', ')}.`;
        throw new TombstoneError('unknown-resource', message);
      },
    },
  );
}
