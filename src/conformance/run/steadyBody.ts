import type { Exchange } from '../../mock/mock.js';

/** An instant as signatures write it: `20260101T000000Z`, or milliseconds. */
const instant = /^(?:\d{8}T\d{6}Z|\d{13})$/;

/** A refusal may tell a client the time it signed with; in a report that is to be the same in every run, it is left out. */
export function steadyBody({ request, response }: Exchange): Exchange['response'] {
  const { body } = response;
  const sent = Object.values(request.headers).filter((value) => instant.test(value) && body?.includes(value));
  if (body === undefined || sent.length === 0) return response;
  return { ...response, body: sent.reduce((text, value) => text.replaceAll(value, '(the time sent)'), body) };
}
