import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { bundledContracts } from '../../../src/contract/loadContract.js';
import { filesBelow } from './support/files.js';
import { nodesOf, syntaxOf } from './support/syntax.js';

/** Providers' names, and the names of their services. */
const names = [...new Set(bundledContracts().flatMap((id) => [id, ...id.split('-')]))];
const pattern = new RegExp(names.join('|'), 'i');

/** Code of a file that names a provider. Comments may, and so may the example lines of a command's help. */
function providersNamed(path: string): readonly string[] {
  const file = syntaxOf(path);
  return nodesOf(file)
    .filter((node) => ts.isIdentifier(node) || ts.isLiteralExpression(node) || ts.isTemplateLiteralToken(node))
    .filter((node) => pattern.test(node.text) && !isHelpExample(node))
    .map((node) => `${path}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}: ${node.text}`);
}

function isHelpExample(node: ts.Node): boolean {
  const property = node.parent.parent;
  return ts.isPropertyAssignment(property) && property.name.getText() === 'examples';
}

describe('shared code', () => {
  it('names no provider', () => {
    const shared = [...filesBelow('src'), ...filesBelow('scripts')].filter((path) => /\.[jt]s$/.test(path));
    expect(shared.flatMap(providersNamed)).toEqual([]);
  });

  it('would be found out: the same look at a provider finds its name', () => {
    expect(names).toContain('twelvelabs');
    expect(providersNamed('mocks/index.ts').length).toBeGreaterThan(0);
  });
});
