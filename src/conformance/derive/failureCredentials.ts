import type { LinkedScheme } from '../../engine/contract.js';
import { failureCauses } from '../../language/lifecycle.js';
import { buildRequest } from '../../request/buildRequest.js';
import type { FailureRequest, WayToFail } from './failureCase.js';
import type { FailureContext } from './failureContext.js';
import { spoiltCredential } from './failureCredential.js';
import { placeInRequest, readFromRequest } from './place.js';

/** Any instant: whether a scheme knows a cause does not depend on when it is asked. */
const anyTime = Date.UTC(2026, 0, 1);

/** No credential, bad ones of every scheme the operation takes, and a good one of another project. */
export function* credentialWays(context: FailureContext): Generator<WayToFail> {
  const { operation, source, success } = context;
  const { request: values } = success.stage;
  const schemes = [...new Set(operation.security.flat())];
  const [first] = schemes;
  if (!first) return;
  const request = { ...buildRequest(source.compiled.document, operation.id, values) };
  const host = { ...request, headers: { ...request.headers, host: 'localhost' } };
  for (const scheme of schemes) {
    for (const cause of failureCauses) {
      if (cause === 'none' && scheme !== first) continue;
      if (!spoiltCredential(scheme, cause, host, anyTime)) continue;
      const sends: FailureRequest = { operation: operation.id, values, credential: { scheme: scheme.name, cause } };
      yield { kind: 'unauthenticated', cause, sends };
    }
  }
  yield* otherPartition(context, first);
}

function* otherPartition({ operation, source, success }: FailureContext, scheme: LinkedScheme): Generator<WayToFail> {
  const { resources, operations } = source.compiled.lifecycle;
  const on = resources[operations[operation.id]?.on ?? ''];
  const expression = on?.partition ?? Object.values(resources).find(({ partition }) => partition)?.partition;
  const own = Object.values(scheme.keys)[0]?.partition;
  if (expression === undefined || own === undefined) return;
  const other = [...own].reverse().join('');
  const values = placeInRequest(success.stage.request, expression, other);
  if (other === own || readFromRequest(values, expression) !== other) return;
  yield { kind: 'forbidden', cause: 'partition', sends: { operation: operation.id, values } };
}
