import { TombstoneError } from '../errors.js';
import type { Contract, OperationRoute } from './contract.js';
import { hostPattern } from './hostPattern.js';
import type { TemplateSegment } from './pathTemplate.js';

/** Where a request goes: an operation, or why there is none. */
export type Route =
  | {
      readonly kind: 'found';
      readonly contract: Contract;
      readonly route: OperationRoute;
      readonly path: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'methodNotAllowed'; readonly contract: Contract; readonly allowed: readonly string[] }
  /** Without a contract nobody's dialect fits. */
  | { readonly kind: 'unknownRoute'; readonly contract: Contract | undefined };

export type Router = (method: string, path: string, host: string) => Route;

interface Candidate {
  readonly contract: Contract;
  readonly route: OperationRoute;
  readonly hosts: readonly RegExp[];
}

interface Node {
  readonly literals: Map<string, Node>;
  /** The same in a list while there are few: comparing is faster than cutting a name out of the path to look it up. */
  few: { readonly text: string; readonly node: Node }[] | undefined;
  readonly patterns: { readonly pattern: RegExp; readonly node: Node }[];
  parameter: Node | undefined;
  readonly methods: Map<string, Candidate[]>;
}

/**
 * Routes over all contracts of a listener: concrete segments before templated ones (OpenAPI, "path templating matching").
 *
 * @throws TombstoneError `route-collision` where two contracts share a route and their hosts do not tell them apart
 */
export function createRouter(contracts: readonly Contract[]): Router {
  const root = emptyNode();
  for (const contract of contracts) {
    const hosts = contract.hosts.map(hostPattern);
    for (const route of contract.routes) addRoute(root, { contract, route, hosts });
  }
  const prefixes = contracts.flatMap(literalPrefixes).sort((a, b) => b.prefix.length - a.prefix.length);

  // One for all requests: a list for each would be the largest thing routing makes.
  const captured: string[] = [];
  return (method, path, host) => {
    const slash = path.indexOf('/');
    const node = slash === -1 ? undefined : walk(root, path, slash + 1, captured, 0);
    const candidates = node && (node.methods.get(method) ?? (method === 'HEAD' ? node.methods.get('GET') : undefined));
    if (node && candidates) {
      const { contract, route } = chooseByHost(candidates, host);
      return { kind: 'found', contract, route, path: nameCaptured(route, captured) };
    }
    const first = node?.methods.values().next().value?.[0];
    if (node && first) return { kind: 'methodNotAllowed', contract: first.contract, allowed: [...node.methods.keys()] };
    return {
      kind: 'unknownRoute',
      contract: prefixes.find(({ prefix }) => startsWithSegments(path, prefix))?.contract,
    };
  };
}

function emptyNode(): Node {
  return { literals: new Map(), few: [], patterns: [], parameter: undefined, methods: new Map() };
}

function addRoute(root: Node, candidate: Candidate): void {
  const { method, template } = candidate.route;
  const node = template.segments.reduce(childFor, root);
  const others = node.methods.get(method) ?? [];
  const clash = others.find(
    (other) =>
      other.contract.hosts.some((host) => candidate.contract.hosts.includes(host)) ||
      !candidate.hosts.length ||
      !other.hosts.length,
  );
  if (clash) {
    const seen = `${method} ${template.path}`;
    throw new TombstoneError(
      'route-collision',
      `${clash.contract.id} and ${candidate.contract.id} both have ${seen}, and no host tells them apart. Serve them on two ports.`,
    );
  }
  node.methods.set(method, [...others, candidate]);
}

const fewLiterals = 8;

function childFor(node: Node, segment: TemplateSegment): Node {
  if ('literal' in segment) {
    const known = node.literals.get(segment.literal);
    if (known) return known;
    const child = emptyNode();
    node.literals.set(segment.literal, child);
    node.few?.push({ text: segment.literal, node: child });
    if (node.literals.size > fewLiterals) node.few = undefined;
    return child;
  }
  if ('parameter' in segment) {
    node.parameter ??= emptyNode();
    return node.parameter;
  }
  const known = node.patterns.find(({ pattern }) => pattern.source === segment.pattern.source);
  if (known) return known.node;
  const child = emptyNode();
  node.patterns.push({ pattern: segment.pattern, node: child });
  return child;
}

/**
 * Follows a path from the segment that starts at `at`; beyond its end there is none left. What parameters match is
 * left in `captured` from `depth` on; what an attempt that failed left there is written over.
 */
function walk(node: Node, path: string, at: number, captured: string[], depth: number): Node | undefined {
  if (at > path.length) return node.methods.size > 0 ? node : undefined;
  const slash = path.indexOf('/', at);
  const end = slash === -1 ? path.length : slash;
  const literal = literalChild(node, path, at, end);
  const byLiteral = literal && walk(literal, path, end + 1, captured, depth);
  if (byLiteral) return byLiteral;
  // A parameter never matches nothing: `/tasks/` is no task with an empty id.
  if (end === at || (!node.parameter && node.patterns.length === 0)) return undefined;
  const segment = path.slice(at, end);
  for (const { pattern, node: child } of node.patterns) {
    const [, ...parts] = pattern.exec(segment) ?? [];
    if (parts.length === 0) continue;
    for (const [index, part] of parts.entries()) captured[depth + index] = part;
    const found = walk(child, path, end + 1, captured, depth + parts.length);
    if (found) return found;
  }
  if (!node.parameter) return undefined;
  captured[depth] = segment;
  return walk(node.parameter, path, end + 1, captured, depth + 1);
}

function literalChild({ literals, few }: Node, path: string, at: number, end: number): Node | undefined {
  if (literals.size === 0) return undefined;
  if (few) {
    for (const { text, node } of few) if (text.length === end - at && path.startsWith(text, at)) return node;
    const percent = path.indexOf('%', at);
    if (percent === -1 || percent >= end) return undefined;
  }
  const segment = path.slice(at, end);
  return literals.get(segment) ?? (segment.includes('%') ? literals.get(decodeSegment(segment)) : undefined);
}

/** Percent-decodes; a sequence that cannot be decoded stays as it is, and then names nothing. */
function decodeSegment(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function nameCaptured({ template }: OperationRoute, captured: readonly string[]): Record<string, string> {
  const path: Record<string, string> = {};
  let index = 0;
  for (const segment of template.segments) {
    if ('literal' in segment) continue;
    for (const name of 'parameter' in segment ? [segment.parameter] : segment.parameters) {
      const raw = captured[index] ?? '';
      path[name] = raw.includes('%') ? decodeSegment(raw) : raw;
      index += 1;
    }
  }
  return path;
}

function chooseByHost(candidates: readonly Candidate[], host: string): Candidate {
  const first = candidates[0] as Candidate;
  if (candidates.length === 1) return first;
  const name = host.replace(/:\d+$/, '').toLowerCase();
  return candidates.find(({ hosts }) => hosts.some((pattern) => pattern.test(name))) ?? first;
}

function literalPrefixes(contract: Contract): { readonly contract: Contract; readonly prefix: string }[] {
  const prefixes = contract.routes.map(({ template }) => {
    const end = template.segments.findIndex((segment) => !('literal' in segment));
    const literal = end === -1 ? template.segments : template.segments.slice(0, end);
    return literal.map((segment) => ('literal' in segment ? `/${segment.literal}` : '')).join('');
  });
  return [...new Set([...prefixes, contract.basePath])]
    .filter((prefix) => prefix !== '')
    .map((prefix) => ({ contract, prefix }));
}

function startsWithSegments(path: string, prefix: string): boolean {
  return path === prefix || path.startsWith(`${prefix}/`);
}
