import { TombstoneError } from '../errors.js';
import type { Exchange } from '../mock/mock.js';
import { sendRequest } from './sendRequest.js';

/**
 * Asks a running server for one exchange of its journal.
 *
 * @throws TombstoneError `no-answer`, `unknown-exchange`
 */
export async function fetchExchange(from: URL, seq: number, token: string | undefined): Promise<Exchange> {
  const headers = { host: from.host, ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) };
  const ask = async (after: number) => {
    const target = `/_tombstone/journal?after=${after}`;
    const answer = await sendRequest(from, { method: 'GET', target, headers, body: new Uint8Array() });
    const text = new TextDecoder().decode(answer.body);
    if (answer.status !== 200) {
      throw new TombstoneError('no-answer', `${from.origin} did not show its journal (${answer.status}): ${text}`);
    }
    return (JSON.parse(text) as { readonly exchanges: readonly Exchange[] }).exchanges;
  };
  const [exchange] = await ask(Math.max(0, seq - 1));
  if (exchange?.seq === seq) return exchange;
  const kept = await ask(0);
  const range = kept.length === 0 ? 'It holds none.' : `It holds ${kept[0]?.seq} to ${kept.at(-1)?.seq}.`;
  throw new TombstoneError('unknown-exchange', `The journal of ${from.origin} has no exchange ${seq}. ${range}`);
}
