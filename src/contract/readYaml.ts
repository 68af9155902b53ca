import { isAlias, isMap, isScalar, LineCounter, type Node, type ParsedNode, parseDocument } from 'yaml';
import type { Place } from '../language/lifecycle.js';
import type { Issue } from './issue.js';
import type { Located } from './located.js';

/** What a YAML (or JSON) text says, with everything that is wrong with its syntax. */
export interface YamlReading {
  /** Missing where there are syntax errors. */
  readonly root?: Located;
  readonly issues: readonly Issue[];
}

/**
 * Reads a YAML text; JSON is YAML too.
 *
 * @param file the name that places carry.
 */
export function readYaml(text: string, file: string): YamlReading {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const complain = (message: string, offset: number): Issue => ({
    code: 'yaml-syntax',
    severity: 'error',
    message: `This is not valid YAML: ${message}`,
    place: placeAt(offset),
  });
  if (document.errors.length > 0) {
    return { issues: document.errors.map((error) => complain(lowerFirst(error.message), error.pos[0])) };
  }
  if (document.contents === null) return { issues: [complain('the file is empty.', 0)] };
  try {
    return { root: locate(document.contents, placeAt, (alias) => alias.resolve(document)), issues: [] };
  } catch (error) {
    if (!(error instanceof NotData)) throw error;
    return { issues: [complain(error.message, error.offset)] };
  }
}

/** YAML that is no JSON data: a list as a key, an alias that contains itself. */
class NotData extends Error {
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

type Resolve = (alias: Extract<Node, { source: string; resolve: unknown }>) => Node | undefined;

const deepest = 200;

function locate(
  node: Node | ParsedNode | null,
  placeAt: (offset: number) => Place,
  resolve: Resolve,
  depth = 0,
): Located {
  const offset = node?.range?.[0] ?? 0;
  if (depth > deepest)
    throw new NotData(`it is nested more than ${deepest} levels deep, or an alias contains itself.`, offset);
  const place = placeAt(offset);
  const down = (child: unknown) => locate(child as Node | null, placeAt, resolve, depth + 1);
  if (node === null) return { kind: 'scalar', place, value: null };
  if (isAlias(node)) return down(resolve(node) ?? null);
  if (isScalar(node)) return { kind: 'scalar', place, value: node.value };
  if (!isMap(node)) return { kind: 'list', place, items: 'items' in node ? node.items.map(down) : [] };
  const entries = node.items.map((pair) => {
    const key = pair.key as Node;
    if (!isScalar(key)) throw new NotData('a key must be a text or a number.', key.range?.[0] ?? offset);
    const keyPlace = placeAt(key.range?.[0] ?? offset);
    const value = pair.value === null ? ({ kind: 'scalar', place: keyPlace, value: null } as const) : down(pair.value);
    return [String(key.value), { key: keyPlace, value }] as const;
  });
  return { kind: 'map', place, entries: new Map(entries) };
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
