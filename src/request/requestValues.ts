import { didYouMean, TombstoneError } from '../errors.js';
import type { CompiledContract } from '../language/compiledContract.js';
import { documentOperation } from '../language/documentOperation.js';
import { parseExpression } from '../language/expression.js';
import type { Resource } from '../language/lifecycle.js';
import type { Argument } from './argument.js';
import type { RequestValues } from './buildRequest.js';
import { exampleRequest } from './exampleRequest.js';
import { placeArguments } from './placeArguments.js';
import { requestPlan } from './requestPlan.js';

/**
 * The values of a request out of what somebody typed: the project is filled in, and a required body starts as the
 * document's example.
 *
 * @param partition the project
 * @throws TombstoneError `unknown-operation`; `bad-usage` where a name or a value does not fit or the path is not complete
 */
export function requestValues(
  { id, document, lifecycle }: CompiledContract,
  operationId: string,
  given: readonly Argument[],
  partition: string,
): RequestValues {
  const operation = documentOperation(document, operationId);
  if (!operation || !Object.hasOwn(lifecycle.operations, operationId)) {
    const known = Object.keys(lifecycle.operations);
    throw new TombstoneError(
      'unknown-operation',
      `${id} has no operation "${operationId}".${didYouMean(operationId, known)} Known: ${known.join(', ')}.`,
    );
  }
  const plan = requestPlan(document, operation);
  const placed = placeArguments(plan, given, operationId);
  const path = { ...partitionParameters(lifecycle.resources, partition), ...placed.path };
  checkPath(operation.path, path, operationId);
  const example = plan.body?.required ? exampleRequest(document, operationId).body : undefined;
  const hasBody = plan.body?.required || Object.keys(placed.body).length > 0;
  return {
    path,
    query: placed.query,
    header: placed.header,
    ...(hasBody ? { body: withValues(example, placed.body) } : {}),
  };
}

/** Path parameters that name the project. */
function partitionParameters(resources: Readonly<Record<string, Resource>>, partition: string): Record<string, string> {
  const names = Object.values(resources).flatMap((resource) => {
    const expression = parseExpression(resource.partition ?? '');
    return expression?.from === 'request' && expression.in === 'path' ? [expression.name] : [];
  });
  return Object.fromEntries(names.map((name) => [name, partition]));
}

function checkPath(template: string, path: Readonly<Record<string, unknown>>, operationId: string): void {
  const names = [...template.matchAll(/\{([^{}]+)\}/g)].map(([, name = '']) => name);
  const missing = names.filter((name) => path[name] === undefined || path[name] === '');
  if (missing.length === 0) return;
  const example = missing.map((name) => `${name}=…`).join(' ');
  throw new TombstoneError(
    'bad-usage',
    `${operationId} needs ${missing.join(' and ')} for its path ${template}. Add ${example}.`,
  );
}

function withValues(example: unknown, values: Readonly<Record<string, unknown>>): unknown {
  if (Object.keys(values).length === 0) return example ?? {};
  return { ...(example as Readonly<Record<string, unknown>> | undefined), ...values };
}
