import { createRequire } from 'node:module';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { equal, ucs2length } from '../../../src/contract/ajvRuntime.js';
import { checkContract } from '../../../src/contract/checkContract.js';
import { compileInputValidators } from '../../../src/contract/inputValidators.js';
import { standaloneValidators } from '../../../src/contract/standaloneValidators.js';
import type { InputValidator } from '../../../src/language/compiledContract.js';

// By require, because importers disagree on what the default of these CommonJS modules is.
const require = createRequire(import.meta.url);
const ajvEqual = require('ajv/dist/runtime/equal.js') as { default: typeof equal };
const ajvLength = require('ajv/dist/runtime/ucs2length.js') as { default: typeof ucs2length };

const { compiled } = await checkContract('test/fixtures/contracts/parcels');
if (!compiled) throw new Error('the parcels contract does not compile');

test('validators compiled ahead say of every input what those compiled at run time say', () => {
  const { names, write } = standaloneValidators(compiled);
  const code = write(Object.keys(names));
  expect(code).not.toMatch(/\b(require|import)\b/);
  const list = Object.entries(names).map(([id, name]) => `${JSON.stringify(id)}: ${name}`);
  const ahead = new Function('equal', 'ucs2length', `"use strict";${code}\nreturn {${list.join()}};`)(
    equal,
    ucs2length,
  ) as Record<string, InputValidator>;
  const validators = compileInputValidators(compiled);

  const id = fc.oneof(fc.uuid(), fc.string());
  const maybe = <T>(arbitrary: fc.Arbitrary<T>) =>
    fc.oneof({ weight: 3, arbitrary }, { weight: 1, arbitrary: fc.jsonValue() as fc.Arbitrary<T> });
  const input = fc.record({
    path: fc.record({ id: maybe(id) }, { requiredKeys: [] }),
    query: fc.record(
      {
        page: maybe(fc.integer()),
        size: maybe(fc.nat(60)),
        force: maybe(fc.boolean()),
        status: maybe(fc.array(fc.constantFrom('done', 'gone'))),
      },
      { requiredKeys: [] },
    ),
    header: fc.constant({}),
    body: fc.record(
      {
        name: maybe(fc.string({ unit: 'grapheme', maxLength: 45 })),
        depot_id: maybe(id),
        weight: maybe(fc.double()),
        note: maybe(fc.option(fc.string({ maxLength: 120 }))),
      },
      { requiredKeys: [] },
    ),
  });
  fc.assert(
    fc.property(fc.constantFrom(...Object.keys(names)), input, (operationId, value) => {
      const [one, other] = [structuredClone(value), structuredClone(value)];
      const validator = ahead[operationId];
      const expected = validators(operationId);
      expect(validator?.(one)).toBe(expected(other));
      expect(validator?.errors).toEqual(expected.errors);
      expect(one).toEqual(other);
    }),
    { numRuns: 500 },
  );
});

test('lengths are counted in code points, as ajv counts them', () => {
  expect(ucs2length('a😀b')).toBe(3);
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', 'é', '😀', '\ud83d', '\ude00') }),
      (text) => ucs2length(text) === ajvLength.default(text),
    ),
  );
});

test('values are equal where ajv finds them equal', () => {
  const small = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom(0, 1, '1', null, true),
      fc.array(tie('value'), { maxLength: 2 }),
      fc.dictionary(fc.constantFrom('a', 'b'), tie('value'), { maxKeys: 2, noNullPrototype: true }),
    ),
  })).value;
  fc.assert(
    fc.property(small, small, (a, b) => equal(a, b) === ajvEqual.default(a, b)),
    { numRuns: 2000 },
  );
  fc.assert(fc.property(small, (a) => equal(a, structuredClone(a))));
});

test('the validator of one operation is written with what it needs, and with nothing of the others', () => {
  const { names, write } = standaloneValidators(compiled);
  for (const [id, name] of Object.entries(names)) {
    const code = write([id]);
    expect(code).not.toMatch(/\b(require|import)\b/);
    const alone = new Function('equal', 'ucs2length', `"use strict";${code}\nreturn ${name};`)(equal, ucs2length);
    expect(alone, id).toBeTypeOf('function');
    for (const other of Object.values(names).filter((one) => one !== name))
      expect(code).not.toMatch(new RegExp(`const ${other} =`));
  }
});
