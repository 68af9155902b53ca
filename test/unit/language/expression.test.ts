import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Expression, listItems, parseExpression, parseText } from '../../../src/language/expression.js';
import { toPointer } from '../../../src/language/pointer.js';

const name = fc.stringMatching(/^[A-Za-z][A-Za-z0-9]{0,8}$/);
const pointer = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', '0', '~', '/', ' ', '#', 'é', '.') }), {
  maxLength: 4,
});
const parameter = fc.constantFrom('task_id', 'duration[gte]', 'x-api-key', 'a.b', 'page');
const duration = fc.tuple(
  fc.nat(500),
  fc.constantFrom(['ms', 1] as const, ['s', 1000] as const, ['d', 86_400_000] as const),
);

/** An expression, with the text it is written as. */
interface Written {
  readonly text: string;
  readonly expression: Expression;
}

function pointed(prefix: string, made: (pointer: readonly string[]) => Expression): fc.Arbitrary<Written> {
  return pointer.map((segments) => ({
    text: segments.length === 0 ? prefix : `${prefix}#${toPointer(segments)}`,
    expression: made(segments),
  }));
}

const written: fc.Arbitrary<Written> = fc.oneof(
  fc.tuple(fc.constantFrom('path', 'query', 'header'), parameter).map(
    ([place, name]): Written => ({
      text: `$request.${place}.${name}`,
      expression: { from: 'request', in: place, name },
    }),
  ),
  pointed('$request.body', (pointer) => ({ from: 'body', pointer })),
  pointed('$record', (pointer) => ({ from: 'record', pointer })),
  name.chain((ref) => pointed(`$related.${ref}`, (pointer) => ({ from: 'related', ref, pointer }))),
  fc.tuple(name, pointer).map(([given, segments]): Written => {
    // Not one of the language's own words, and always pointed into.
    const made = `my${given}`;
    const at = ['first', ...segments];
    return { text: `$${made}#${toPointer(at)}`, expression: { from: 'made', name: made, pointer: at } };
  }),
  fc.constantFrom(...listItems).map((item): Written => ({ text: `$list.${item}`, expression: { from: 'list', item } })),
  fc.constant<Written>({ text: '$now', expression: { from: 'now', plus: 0 } }),
  duration.map(
    ([amount, [unit, size]]): Written => ({
      text: `$now+${amount}${unit}`,
      expression: { from: 'now', plus: amount * size },
    }),
  ),
  name.map((name): Written => ({ text: `$switch.${name}`, expression: { from: 'switch', name } })),
  fc.constantFrom<Written>(
    { text: '$missing.key', expression: { from: 'missing', item: 'key' } },
    { text: '$missing.label', expression: { from: 'missing', item: 'label' } },
    { text: '$missing.collection', expression: { from: 'missing', item: 'collection' } },
    { text: '$failure.name', expression: { from: 'failure', item: 'name' } },
    { text: '$failure.detail', expression: { from: 'failure', item: 'detail' } },
    { text: '$failure.retryAfter', expression: { from: 'failure', item: 'retryAfter' } },
    { text: '$resource.label', expression: { from: 'resource' } },
    { text: '$exchange.id', expression: { from: 'exchange' } },
  ),
);

describe('an expression', () => {
  it('is read as what it was written for', () => {
    fc.assert(
      fc.property(written, ({ text, expression }) => {
        expect(parseExpression(text)).toEqual(expression);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    '$',
    '$$now',
    '$nothing',
    '$request',
    '$request.query',
    '$request.query.',
    '$request.cookie.x',
    '$request.bodyx',
    '$request.body.name',
    '$request.body#name',
    '$record.status',
    '$record#status',
    '$related',
    '$related.',
    '$related.a/b#/x',
    '$list.length',
    '$list',
    '$now+',
    '$now+5',
    '$now-5m',
    '$now +5m',
    '$switch',
    '$switch.a.b',
    '$missing.name',
    '$failure',
    '$1made#/x',
  ])('is not "%s"', (text) => {
    expect(parseExpression(text)).toBeUndefined();
  });
});

describe('a text with expressions in it', () => {
  const literal = fc.string({ unit: fc.constantFrom('a', ' ', '$', '"', '.', 'é') }).filter((text) => text !== '');
  const embeddable = written.filter(({ text }) => !/[{}]/.test(text));

  it('is cut into its literal pieces and its expressions, in turn', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(literal, embeddable)), literal, (pairs, end) => {
        const text = pairs.map(([before, { text }]) => `${before}{${text}}`).join('') + end;
        const parts = [...pairs.flatMap(([before, { expression }]) => [before, expression]), end];
        expect(parseText(text)).toEqual({ parts });
      }),
    );
  });

  it('may be an expression from end to end, hold two side by side, or hold none', () => {
    expect(parseText('{$now}')).toEqual({ parts: [{ from: 'now', plus: 0 }] });
    expect(parseText('{$now}{$now}').parts).toHaveLength(2);
    expect(parseText('')).toEqual({ parts: [] });
    expect(parseText('{now} {} $now')).toEqual({ parts: ['{now} {} $now'] });
  });

  it('names the first place that is no expression', () => {
    expect(parseText('a {$now} b {$nothing} {$neither}')).toMatchObject({ bad: '$nothing' });
  });
});
