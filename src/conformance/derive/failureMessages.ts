import { bodyMediaType } from '../../table/requestPart.js';
import type { FailureRequest, WayToFail } from './failureCase.js';
import type { FailureContext } from './failureContext.js';

/** Larger than the example bodies of most operations, and small enough to be exceeded at once. */
const smallBodyLimit = 1024;
const undeclared = 'undeclared';
const unheardOf = 'application/x-unheard-of';

/** What is wrong with the message as a whole, whatever its operation; and the two faults that a dialect has words for. */
export function* messageWays({ operation, declared, source, success }: FailureContext): Generator<WayToFail> {
  const good: FailureRequest = { operation: operation.id, values: success.stage.request };
  if (!declared.parameters.some(({ name }) => name === undeclared)) {
    const query = { ...good.values.query, [undeclared]: '1' };
    yield { kind: 'unknown', in: 'query', at: undeclared, sends: { ...good, values: { ...good.values, query } } };
  }
  yield { kind: 'malformed', in: 'query', at: '', sends: { ...good, queryEnd: '%zz' } };
  const media = bodyMediaType(source.compiled.document, declared);
  if (media) {
    if (/[/+]json\b/.test(media.type)) yield { kind: 'malformed', in: 'body', at: '', sends: { ...good, body: '{"' } };
    if (media.type === 'multipart/form-data')
      yield { kind: 'malformed', in: 'body', at: '', sends: { ...good, mediaType: media.type } };
    if (!media.type.includes('*')) yield { kind: 'mediaType', sends: { ...good, body: 'text', mediaType: unheardOf } };
    const body = ' '.repeat(smallBodyLimit + 1);
    yield { kind: 'tooLarge', sends: { ...good, body }, bodyLimit: smallBodyLimit };
  }
  yield { kind: 'throttled', sends: good, fault: { status: 429, retryAfter: 1 } };
  yield { kind: 'internal', sends: good, fault: { status: 500 } };
}
