import type { Resource } from '../../language/lifecycle.js';

/** A key of the kind a resource generates, the `index`th of its samples; unlike any a seeded sandbox gives out. */
export function sampleKey(resource: Resource, index: number): string | number {
  const [kind = '', argument = ''] = resource.key.generate.split(':');
  const hex = (index + 1).toString(16);
  switch (kind) {
    case 'uuid':
      return `0de1e7ed-0000-4000-8000-${hex.padStart(12, '0')}`;
    case 'hex':
      return `de1e7ed${hex.padStart(Number(argument) - 7, '0')}`;
    case 'alnum':
      return `Deleted${String(index + 1).padStart(Number(argument) - 7, '0')}`;
    case 'integer':
      return Number(argument) + 7000 + index;
    default:
      return `sample-${index + 1}`;
  }
}
