import type { Draft } from '../store/store.js';
import type { Evaluate } from './contract.js';
import type { Scope } from './scope.js';

/**
 * Compiles a generator: `uuid`, `hex:24`, `alnum:19`, `integer:100211` (counts up from there), `sequence:V001`
 * (counts up, keeping the width; with `per`, within the record that ref names).
 */
export function compileGenerator(spec: string, per?: string): Evaluate {
  const [kind = '', argument = ''] = spec.split(':');
  switch (kind) {
    case 'uuid':
      return ({ surroundings }) => uuid(surroundings.random);
    case 'hex':
      return ({ surroundings }) => characters('0123456789abcdef', Number(argument), surroundings.random);
    case 'alnum':
      return ({ surroundings }) =>
        characters(
          '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz',
          Number(argument),
          surroundings.random,
        );
    case 'integer':
      return (scope) => nextFree(scope, Number(argument));
    case 'sequence':
      return sequence(argument, per);
    default:
      throw new Error(`"${spec}" is no generator`);
  }
}

function characters(alphabet: string, length: number, random: () => number): string {
  let text = '';
  for (let index = 0; index < length; index += 1) text += alphabet[Math.floor(random() * alphabet.length)];
  return text;
}

function uuid(random: () => number): string {
  const hex = characters('0123456789abcdef', 30, random);
  const variant = '89ab'[Math.floor(random() * 4)];
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(12, 15)}-${variant}${hex.slice(15, 18)}-${hex.slice(18, 30)}`;
}

/** Counts on, past keys that fixtures or control already took: no id is given out twice, not even after a delete. */
function nextFree(scope: Scope, from: number): number {
  const { resource, transaction, partition } = scope;
  const counter = `${resource?.name}/${resource?.keyField}`;
  let value = transaction.next(counter, from);
  while (resource && transaction.find(resource.name, partition, value)) value = transaction.next(counter, from);
  return value;
}

/** The counter of a sequence. @param within the key of the record it counts within, where it does */
function sequenceCounter(resource: string | undefined, prefix: string, partition: string, within: unknown): string {
  return `${resource}/${prefix}/${partition}/${within ?? ''}`;
}

/**
 * The counter that a generator of another resource's fields keeps for each record it counts within; undefined where it
 * keeps none.
 */
export function counterWithin(resource: string, spec: string): ((parent: Draft) => string) | undefined {
  const [kind, first = ''] = spec.split(':');
  if (kind !== 'sequence') return undefined;
  const { prefix } = partsOf(first);
  return ({ partition, key }) => sequenceCounter(resource, prefix, partition, key);
}

function partsOf(first: string): { readonly prefix: string; readonly digits: string } {
  const [, prefix = first, digits = '1'] = /^(.*?)(\d+)$/.exec(first) ?? [];
  return { prefix, digits };
}

function sequence(first: string, per: string | undefined): Evaluate {
  const { prefix, digits } = partsOf(first);
  const write = (value: number) => `${prefix}${String(value).padStart(digits.length, '0')}`;
  return (scope) => {
    const record = scope.record;
    const ref = per === undefined ? undefined : scope.contract.resources.get(record?.resource ?? '')?.refs.get(per);
    const within = ref && record?.fields[ref.field];
    const counter = sequenceCounter(record?.resource, prefix, scope.partition, within);
    const siblings = record && ref ? scope.transaction.having(record.resource, scope.partition, ref.field, within) : [];
    // Fixtures and control may have given numbers already.
    const taken = new Set(siblings.flatMap(({ fields }) => Object.values(fields)));
    let text = write(scope.transaction.next(counter, Number(digits)));
    while (taken.has(text)) text = write(scope.transaction.next(counter, Number(digits)));
    return text;
  };
}
