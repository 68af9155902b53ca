import { documentOperation } from '../../../language/documentOperation.js';
import { type CheckRule, finding } from '../evidence.js';

/** RFC 9110, 9.3.5: content in a DELETE request has no generally defined semantics, and may have it refused. */
export const sendsNoBodyOnDelete: CheckRule = {
  slug: 'sends-no-body-on-delete',
  requirement: 'A DELETE carries no content where the document declares none.',
  look: ({ case: { steps }, exchanges, known }) => {
    const { document } = known.contract.compiled;
    const bare = steps
      .map(({ operation }) => documentOperation(document, operation))
      .some((declared) => declared?.method === 'delete' && declared.operation.requestBody === undefined);
    const sent = exchanges.filter(({ request }) => request.method === 'DELETE');
    if (!bare || sent.length === 0) return undefined;
    const wrong = sent.find(({ request }) => request.body !== undefined);
    return finding(wrong === undefined, 'must', 'no content', () => `It sent ${wrong?.request.body}.`);
  },
};
