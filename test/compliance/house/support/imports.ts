import { posix } from 'node:path';
import ts from 'typescript';
import { syntaxOf } from './syntax.js';

/** One module that a file names. */
export interface Import {
  /** As written: `node:fs`, `ajv`, or for a relative one the file it means, from the root of the repository. */
  readonly target: string;
  readonly relative: boolean;
  /** Gone once compiled. */
  readonly typeOnly: boolean;
}

/** Every module a source file imports, re-exports or loads when first needed. */
export function importsOf(path: string): readonly Import[] {
  const found: Import[] = [];
  const note = (specifier: ts.Node | undefined, typeOnly: boolean) => {
    if (!specifier || !ts.isStringLiteralLike(specifier)) return;
    const relative = specifier.text.startsWith('.');
    const target = relative ? posix.join(posix.dirname(path), specifier.text).replace(/\.js$/, '.ts') : specifier.text;
    found.push({ target, relative, typeOnly });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) note(node.moduleSpecifier, isTypeOnly(node.importClause));
    if (ts.isExportDeclaration(node)) note(node.moduleSpecifier, node.isTypeOnly);
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) note(node.argument.literal, true);
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      note(node.arguments[0], false);
    ts.forEachChild(node, visit);
  };
  visit(syntaxOf(path));
  return found;
}

function isTypeOnly(clause: ts.ImportClause | undefined): boolean {
  return clause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
}
