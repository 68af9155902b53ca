import { documentOperations } from '../../language/documentOperation.js';
import type { WayToFail } from './failureCase.js';
import type { FailureContext } from './failureContext.js';

const methods = ['PUT', 'PATCH', 'POST', 'DELETE', 'GET'];

/** A path that no operation has, and a path's method that none of its operations has. */
export function* routeWays(
  contexts: readonly FailureContext[],
): Generator<{ readonly context: FailureContext; readonly way: WayToFail }> {
  const depth = ({ declared }: FailureContext) => declared.path.split('/').length;
  // One segment more than the longest path: no template reaches so far.
  const [deepest] = contexts.toSorted((a, b) => depth(b) - depth(a));
  if (deepest) {
    const { operation, success } = deepest;
    const sends = { operation: operation.id, values: success.stage.request, pathEnd: '/no-such-route' };
    yield { context: deepest, way: { kind: 'unknownRoute', sends } };
  }
  for (const context of contexts) {
    const { operation, declared, success, source } = context;
    const taken = documentOperations(source.compiled.document).filter(({ path }) => path === declared.path);
    const method = methods.find((name) => !taken.some((other) => other.method.toUpperCase() === name));
    if (method === undefined) continue;
    const sends = { operation: operation.id, values: success.stage.request, method };
    yield { context, way: { kind: 'methodNotAllowed', sends } };
    return;
  }
}
