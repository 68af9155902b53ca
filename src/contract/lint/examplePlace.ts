import { documentOperation } from '../../language/documentOperation.js';
import { findResponse, replyMediaType } from '../../language/findExample.js';
import type { Place } from '../../language/lifecycle.js';
import type { LintSubject } from './subject.js';

/** Where the example of that name is written that an operation (or, without one, a failure) answers with. */
export function examplePlace(
  subject: LintSubject,
  operationId: string | undefined,
  status: number,
  name: string,
): Place {
  const { document, placeOf } = subject;
  const operation = operationId === undefined ? undefined : documentOperation(document, operationId);
  const media = operation && replyMediaType(findResponse(document, operation.id, status));
  if (!operation || !media?.examples?.[name]) return placeOf(['components', 'examples', name]);
  return placeOf([
    'paths',
    operation.path,
    operation.method,
    'responses',
    String(status),
    'content',
    media.type,
    'examples',
    name,
  ]);
}
