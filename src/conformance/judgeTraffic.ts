import type { Exchange } from '../mock/mock.js';
import type { Check, Evidence } from './runCase.js';

/** What went over the wire: the request asked for, once, as the document says, and nothing that changes anything else. */
export function judgeTraffic({ case: derived, expectedRequest, exchanges }: Evidence): Check[] {
  const wanted = `${derived.provider}/${derived.operation}`;
  const sent = exchanges.filter(({ operation }) => operation === wanted);
  const others = exchanges.filter(
    ({ operation, request }) => operation !== wanted && !['GET', 'HEAD'].includes(request.method),
  );
  return [
    {
      slug: 'sends-the-operation',
      requirement: `The client sends ${expectedRequest.method} ${expectedRequest.target}.`,
      ...(sent.some((exchange) => samePlace(exchange, expectedRequest.target))
        ? { verdict: 'pass' }
        : { verdict: 'fail', message: `It sent ${listed(exchanges)}.` }),
    },
    {
      slug: 'sends-no-body-on-delete',
      requirement: 'A DELETE carries no content: none of the documents declares one.',
      ...withoutBody(sent),
    },
    {
      slug: 'changes-nothing-else',
      requirement: 'The client calls no other operation that changes something.',
      ...(others.length === 0 ? { verdict: 'pass' } : { verdict: 'fail', message: `It also sent ${listed(others)}.` }),
    },
  ];
}

function samePlace({ request }: Exchange, target: string): boolean {
  const [path, query = ''] = request.target.split('?');
  const [wantedPath, wantedQuery = ''] = target.split('?');
  return (
    decodeURI(path ?? '') === decodeURI(wantedPath ?? '') &&
    [...new URLSearchParams(wantedQuery)].every(([name, value]) =>
      new URLSearchParams(query).getAll(name).includes(value),
    )
  );
}

function withoutBody(sent: readonly Exchange[]): Pick<Check, 'verdict' | 'message'> {
  const wrong = sent.find(({ request }) => request.method === 'DELETE' && request.body !== undefined);
  return wrong ? { verdict: 'fail', message: `It sent ${wrong.request.body}.` } : { verdict: 'pass' };
}

function listed(exchanges: readonly Exchange[]): string {
  return exchanges.map(({ request }) => `${request.method} ${request.target}`).join(', then ') || 'nothing';
}
