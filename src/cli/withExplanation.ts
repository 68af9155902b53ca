import type { Exchange } from '../mock/mock.js';
import type { Answered } from '../report/answerText.js';
import type { BuiltRequest } from '../request/buildRequest.js';
import { sendRequest } from './sendRequest.js';

/**
 * Adds to an answer that refuses the credential why: a provider does not say, and the journal of our own server does.
 * Where it is another's, or one that shows its journal to nobody, the answer stays as it is.
 */
export async function withExplanation(answered: Answered, from: URL, sent: BuiltRequest): Promise<Answered> {
  if (answered.status !== 401 || answered.rule === undefined) return answered;
  const exchanges = await journalOf(from).catch(() => []);
  const explanation = exchanges.findLast((exchange) => isOf(exchange, answered, sent))?.explanation;
  return explanation === undefined ? answered : { ...answered, explanation };
}

async function journalOf(from: URL): Promise<readonly Exchange[]> {
  const target = '/_tombstone/journal';
  const answer = await sendRequest(from, {
    method: 'GET',
    target,
    headers: { host: from.host },
    body: new Uint8Array(),
  });
  return answer.status === 200 ? JSON.parse(new TextDecoder().decode(answer.body)).exchanges : [];
}

/** The journal hides credentials in the query, so that only the path can be compared. */
function isOf({ request, response, rule }: Exchange, answered: Answered, sent: BuiltRequest): boolean {
  const path = (target: string) => target.split('?')[0];
  return (
    request.method === sent.method &&
    path(request.target) === path(sent.target) &&
    response.status === answered.status &&
    rule === answered.rule
  );
}
