import type { Exchange } from '../mock/mock.js';
import type { MockedProvider } from '../msw/mockedProvider.js';
import { mockedProviderOf, paragraphs, type Verdict } from './verdict.js';

/** Did the client delete that record? See `TombstoneMatchers`. @throws TombstoneError `unknown-resource` */
export function toHaveDeleted(received: unknown, resource: string, key: string | number): Verdict {
  const mocked = mockedProviderOf(received, 'toHaveDeleted');
  const named = `${resource} ${JSON.stringify(key)}`;
  const record = mocked.records.all(mocked.provider, resource).find((each) => Object.values(each).includes(key));
  const exchange = mocked.deletedBy(resource, key);
  if (exchange) {
    const message = () =>
      paragraphs(`Expected the client not to have deleted ${named}, and it did.`, explained(mocked, exchange));
    return { pass: true, message };
  }
  const why = record
    ? `It is there: ${JSON.stringify(record)}`
    : 'It is not there, and no request of the client took it out.';
  const about = mocked.journal.list().findLast(({ request }) => mentions(request, key)) ?? mocked.exchange();
  const message = () =>
    paragraphs(
      `Expected the client to have deleted ${named}.`,
      why,
      about ? explained(mocked, about) : 'The client sent no request.',
    );
  return { pass: false, message };
}

function explained(mocked: MockedProvider, exchange: Exchange): string {
  return mocked.explain(exchange);
}

function mentions({ target, body = '' }: Exchange['request'], key: string | number): boolean {
  return target.includes(String(key)) || body.includes(String(key));
}
