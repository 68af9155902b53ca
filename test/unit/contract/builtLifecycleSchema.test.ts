import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ValidateFunction } from 'ajv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { compileLifecycleSchema } from '../../../src/contract/lifecycleSchema.js';
import { loadBuilt } from '../../../src/contract/loadBuilt.js';
import { bundledContracts } from '../../../src/contract/loadContract.js';
import { packageRoot } from '../../../src/contract/packageRoot.js';

interface Overlay {
  readonly actions: readonly { readonly update?: Readonly<Record<string, unknown>> }[];
}

/** What a contract's file says, before anything of it is expanded. */
function lifecycleOf(id: string): unknown {
  const { actions } = parse(readFileSync(join(packageRoot, 'specs', id, 'lifecycle.yaml'), 'utf8')) as Overlay;
  return actions.find(({ update }) => update?.['x-lifecycle'])?.update?.['x-lifecycle'];
}

/** Every object and list in a value, itself first. */
function parts(value: unknown): object[] {
  return value !== null && typeof value === 'object' ? [value, ...Object.values(value).flatMap(parts)] : [];
}

/** A copy with one thing in it gone, renamed, or of another type. */
function spoilt(value: unknown, where: number, what: number, how: number): unknown {
  const copy = structuredClone(value);
  const every = parts(copy);
  const part = every[where % every.length] as Record<string, unknown>;
  const name = Object.keys(part)[what % Math.max(1, Object.keys(part).length)] ?? 'more';
  if (how === 0) part[name] = null;
  else if (how === 1) part[name] = { [name]: part[name] };
  else if (how === 2) part[`${name}s`] = part[name];
  else delete part[name];
  return copy;
}

describe('what the build compiled of the schema of x-lifecycle', async () => {
  const built = loadBuilt(join(packageRoot, 'dist', 'schemas', 'lifecycle.cjs')) as ValidateFunction;
  const { validate: published } = await compileLifecycleSchema();

  it.each(bundledContracts())('finds nothing wrong with the contract of %s', (id) => {
    expect(built(lifecycleOf(id)), JSON.stringify(built.errors?.[0])).toBe(true);
  });

  it('says of every mistake what the published schema says, word for word', () => {
    const refused = { count: 0 };
    const lifecycles = bundledContracts().map(lifecycleOf);
    fc.assert(
      fc.property(fc.constantFrom(...lifecycles), fc.nat(), fc.nat(), fc.nat(3), (lifecycle, where, what, how) => {
        const data = spoilt(lifecycle, where, what, how);
        expect(built(data)).toBe(published(data));
        expect(JSON.stringify(built.errors)).toBe(JSON.stringify(published.errors));
        if (built.errors) refused.count += 1;
      }),
      { numRuns: 300 },
    );
    expect(refused.count).toBeGreaterThan(100);
  });
});
