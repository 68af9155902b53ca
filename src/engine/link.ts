import type { CompiledContract, InputValidators } from '../language/compiledContract.js';
import type { Lifecycle, SchemeRule } from '../language/lifecycle.js';
import type { OpenApiDocument } from '../language/openapi.js';
import { resolveRef } from '../language/resolveRef.js';
import type { StoreShape } from '../store/store.js';
import { acceptingAuthenticator } from './authenticate.js';
import { basePath } from './basePath.js';
import type { Contract, LinkedResource, LinkedScheme } from './contract.js';
import type { NamedFunctions } from './functions.js';
import { hostsOf } from './hostsOf.js';
import { lazily } from './lazily.js';
import type { LinkContext } from './linkContext.js';
import { operationRoutes } from './linkOperation.js';
import { linkEnterRows, linkPartition, linkResource } from './linkResource.js';
import { linkFailureRow } from './linkRow.js';

/**
 * Links a compiled contract with its validators and named functions, so that nothing of it is interpreted while a request
 * waits. An operation, which most processes never call, is linked by its first call.
 */
export function linkContract(
  compiled: CompiledContract,
  validators: InputValidators,
  functions: NamedFunctions,
): Contract {
  const { lifecycle, document } = compiled;
  const resources = new Map<string, LinkedResource>();
  const partition = linkPartition(lifecycle.resources);
  const context: LinkContext = { compiled, functions, resources, ...(partition ? { partition } : {}) };
  for (const name of Object.keys(lifecycle.resources)) resources.set(name, linkResource(name, context));
  for (const resource of resources.values()) linkEnterRows(resource, context);
  const schemes = linkSchemes(lifecycle, document, functions);
  const routes = operationRoutes({ context, validators, schemes });
  const byId = new Map(routes.map((route) => [route.id, route]));
  return {
    id: compiled.id,
    compiled,
    resources,
    routes,
    operations: { get: (id) => byId.get(id)?.operation() },
    failures: lazily(() => lifecycle.failures.map((row) => linkFailureRow(row, undefined, context))),
    hosts: hostsOf(document),
    basePath: basePath(document),
    ...(partition ? { partition } : {}),
    defaultPartition: defaultPartition(schemes),
    storeShape: storeShape(lifecycle),
  };
}

function linkSchemes(
  lifecycle: Lifecycle,
  document: OpenApiDocument,
  functions: NamedFunctions,
): ReadonlyMap<string, LinkedScheme> {
  const declared = document.components?.securitySchemes ?? {};
  return new Map(
    Object.entries(lifecycle.auth).map(([name, rule]) => [
      name,
      linkScheme(name, rule, document, declared[name], functions),
    ]),
  );
}

function linkScheme(
  name: string,
  rule: SchemeRule,
  document: OpenApiDocument,
  declared: NonNullable<NonNullable<OpenApiDocument['components']>['securitySchemes']>[string] | undefined,
  functions: NamedFunctions,
): LinkedScheme {
  if ('call' in rule) {
    const authenticator = functions.authenticators?.[rule.call];
    if (!authenticator) throw new Error(`there is no authenticator "${rule.call}"`);
    return { name, authenticator, keys: rule.keys };
  }
  if (!declared) throw new Error(`the document declares no security scheme "${name}"`);
  const keys = Object.fromEntries(
    Object.entries(rule.accept).map(([value, { partition }]) => [
      value,
      partition === undefined ? { secret: '' } : { secret: '', partition },
    ]),
  );
  return { name, authenticator: acceptingAuthenticator(document, resolveRef(document, declared), rule.refusal), keys };
}

function defaultPartition(schemes: ReadonlyMap<string, LinkedScheme>): string {
  const partitions = [...schemes.values()].flatMap(({ keys }) =>
    Object.values(keys).flatMap(({ partition }) => partition ?? []),
  );
  return partitions[0] ?? '';
}

/** Refs are looked up by value, and so are fields that some row asks to be `taken`. Worked out when a store asks. */
function storeShape(lifecycle: Lifecycle): StoreShape {
  const indexes = lazily(() => indexedFields(lifecycle));
  return Object.fromEntries(
    Object.keys(lifecycle.resources).map((name) => [
      name,
      {
        get indexes() {
          return indexes().get(name) ?? [];
        },
      },
    ]),
  );
}

function indexedFields(lifecycle: Lifecycle): ReadonlyMap<string, readonly string[]> {
  const taken = Object.values(lifecycle.operations).flatMap(({ on, decide }) =>
    decide.flatMap(({ when }) =>
      [when, ...(when.any ?? [])].flatMap((guard) => Object.keys(guard.taken ?? {}).map((field) => ({ on, field }))),
    ),
  );
  return new Map(
    Object.entries(lifecycle.resources).map(([name, { refs }]) => {
      const fields = [
        ...Object.values(refs).map(({ field }) => field),
        ...taken.filter(({ on }) => on === name).map(({ field }) => field),
      ];
      return [name, [...new Set(fields)]];
    }),
  );
}
