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

function sequence(first: string, per: string | undefined): Evaluate {
  const match = /^(.*?)(\d+)$/.exec(first);
  const [prefix = '', digits = '1'] = match ? [match[1], match[2]] : [first];
  const write = (value: number) => `${prefix}${String(value).padStart(digits.length, '0')}`;
  return (scope) => {
    const record = scope.record;
    const ref = per === undefined ? undefined : scope.contract.resources.get(record?.resource ?? '')?.refs.get(per);
    const within = ref && record?.fields[ref.field];
    const counter = `${record?.resource}/${prefix}/${scope.partition}/${within ?? ''}`;
    const siblings = record && ref ? scope.transaction.having(record.resource, scope.partition, ref.field, within) : [];
    // Fixtures and control may have given numbers already.
    const taken = new Set(siblings.flatMap(({ fields }) => Object.values(fields)));
    let text = write(scope.transaction.next(counter, Number(digits)));
    while (taken.has(text)) text = write(scope.transaction.next(counter, Number(digits)));
    return text;
  };
}
