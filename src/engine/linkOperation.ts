import type { InputValidators } from '../language/compiledContract.js';
import { type DocumentOperation, documentOperations } from '../language/documentOperation.js';
import type { Operation } from '../language/lifecycle.js';
import type { OperationObject, ParameterObject } from '../language/openapi.js';
import { resolveRef } from '../language/resolveRef.js';
import { basePath } from './basePath.js';
import type { LinkedBinding, LinkedOperation, LinkedResource, LinkedScheme, OperationRoute } from './contract.js';
import { compileReadInput } from './input/readInput.js';
import { lazily } from './lazily.js';
import type { LinkContext } from './linkContext.js';
import { linkFailureRow, linkRow } from './linkRow.js';
import { parsePathTemplate } from './pathTemplate.js';
import { rowsByState } from './rowsByState.js';
import { compileText } from './value.js';

/** What all operations of a contract are linked with. */
export interface OperationLinking {
  readonly context: LinkContext;
  readonly validators: InputValidators;
  readonly schemes: ReadonlyMap<string, LinkedScheme>;
}

/** Finds every operation that has a decision table; each is linked when it is first asked for. */
export function operationRoutes(linking: OperationLinking): readonly OperationRoute[] {
  const { document, lifecycle, id: provider } = linking.context.compiled;
  const base = basePath(document);
  return documentOperations(document).flatMap((documented) => {
    const { id, method, path } = documented;
    const declared = Object.hasOwn(lifecycle.operations, id) ? lifecycle.operations[id] : undefined;
    if (!declared) return [];
    return {
      id,
      name: `${provider}/${id}`,
      method: method.toUpperCase(),
      template: parsePathTemplate(base + path),
      operation: lazily(() => linkOperation(documented, declared, linking)),
    };
  });
}

function linkOperation(
  documented: DocumentOperation,
  declared: Operation,
  { context, validators, schemes }: OperationLinking,
): LinkedOperation {
  const { document, lifecycle } = context.compiled;
  const { id, method, operation: object, parameters } = documented;
  const resource = declared.on === undefined ? undefined : context.resources.get(declared.on);
  const key = declared.by === undefined ? undefined : compileText(declared.by, context);
  return {
    id,
    name: `${context.compiled.id}/${id}`,
    ...(resource ? { resource } : {}),
    ...(key ? { key } : {}),
    bindings: resource ? linkBindings(declared.bind, resource, context) : new Map(),
    rowsFor: rowsByState(
      declared.decide.map((row) => linkRow(row, id, object, resource, context)),
      resource,
    ),
    failures: declared.failures.map((row) => linkFailureRow(row, object, context)),
    counts: method === 'get' && key !== undefined,
    security: linkSecurity(object.security ?? document.security ?? [], schemes),
    ...declaredBodyFields(object, context),
    readInput: compileReadInput(document, object, parameters, lifecycle.integers),
    ...(acceptsEverything(object, parameters, context) ? {} : { validator: lazily(() => validators(id)) }),
  };
}

/** None where a schema is open, or composed of others: then the resource alone says what is a field. */
function declaredBodyFields(
  object: OperationObject,
  { compiled }: LinkContext,
): { readonly bodyFields?: ReadonlySet<string> } {
  const { document } = compiled;
  const content = object.requestBody && resolveRef(document, object.requestBody).content;
  const schemas = Object.values(content ?? {}).map(({ schema }) => schema && resolveRef(document, schema));
  const closed = schemas.flatMap((schema) =>
    schema?.properties && !schema.allOf && !schema.additionalProperties ? [schema.properties] : [],
  );
  if (closed.length === 0 || closed.length < schemas.length) return {};
  return { bodyFields: new Set(closed.flatMap((properties) => Object.keys(properties))) };
}

function linkSecurity(
  requirements: NonNullable<OperationObject['security']>,
  schemes: ReadonlyMap<string, LinkedScheme>,
): LinkedScheme[][] {
  return requirements.map((requirement) => Object.keys(requirement).flatMap((name) => schemes.get(name) ?? []));
}

/** Plain strings of a path pass any check; asking a validator for them would only cost time. */
function acceptsEverything(
  object: OperationObject,
  parameters: readonly ParameterObject[],
  context: LinkContext,
): boolean {
  return !object.requestBody && parameters.every((parameter) => isFree(parameter, context));
}

function isFree(parameter: ParameterObject, { compiled }: LinkContext): boolean {
  if (parameter.in !== 'path' && parameter.required) return false;
  const schema = parameter.schema && resolveRef(compiled.document, parameter.schema);
  return Object.keys(schema ?? {}).every(
    (keyword) =>
      ['description', 'title', 'example', 'examples'].includes(keyword) ||
      (keyword === 'type' && schema?.type === 'string'),
  );
}

function linkBindings(
  bind: Readonly<Record<string, string>>,
  resource: LinkedResource,
  context: LinkContext,
): ReadonlyMap<string, LinkedBinding> {
  const linked = new Map<string, LinkedBinding & { parents: LinkedBinding[] }>();
  const paths = Object.entries(bind).sort(([a], [b]) => a.split('/').length - b.split('/').length);
  for (const [path, expression] of paths) {
    const steps = path.split('/');
    const last = steps.pop() ?? '';
    const owner = steps.reduce<LinkedResource | undefined>(
      (at, step) => context.resources.get(at?.refs.get(step)?.to ?? ''),
      resource,
    );
    const ref = owner?.refs.get(last);
    if (!ref) throw new Error(`${context.compiled.id}: ${resource.name} has no ref "${path}"`);
    const binding = { ref, parents: [], key: compileText(expression, context) };
    linked.set(path, binding);
    linked.get(steps.join('/'))?.parents.push(binding);
  }
  return linked;
}
