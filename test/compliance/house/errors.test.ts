import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { errorTable } from '../../../src/errorTable.js';
import { errorPage } from '../../../src/report/errorPage.js';
import { sources, textOf } from './support/files.js';
import { nodesOf, syntaxOf } from './support/syntax.js';

const nodes = sources()
  .filter((path) => path !== 'src/errorTable.ts')
  .flatMap((path) => nodesOf(syntaxOf(path)));

/** Texts that stand as a value: not as the name of a property, not in a type, not as what something is compared with. */
const values = nodes.filter(ts.isStringLiteral).filter(({ parent, text }) => {
  if (ts.isLiteralTypeNode(parent) || ts.isBinaryExpression(parent)) return false;
  return !(ts.isPropertyAssignment(parent) && parent.name.getText().slice(1, -1) === text);
});

const thrown = nodes.filter(ts.isNewExpression).flatMap((node) => {
  const code = node.arguments?.[0];
  return node.expression.getText() === 'TombstoneError' && code && ts.isStringLiteral(code) ? [code.text] : [];
});

describe('the table of error codes', () => {
  it('has every code that is thrown', () => {
    expect(thrown.length).toBeGreaterThan(10);
    expect(thrown.filter((code) => !Object.hasOwn(errorTable, code))).toEqual([]);
  });

  it('has no code that nothing raises', () => {
    const raised = new Set(values.map(({ text }) => text));
    expect(Object.keys(errorTable).filter((code) => !raised.has(code))).toEqual([]);
  });

  it('says of each what happened and what to do, in sentences', () => {
    for (const { about, remedy } of Object.values(errorTable)) {
      expect(about).toMatch(/^\S.*\.$/);
      expect(remedy).toMatch(/^\S.*\.$/);
    }
  });

  it('is the page docs/errors.md, word for word', () => {
    expect(textOf('docs/errors.md')).toBe(errorPage());
  });
});
