import { open } from '../../../features/server/support/connection.js';

/** An answer as its bytes say it. */
export interface RawAnswer {
  /** Without the version of HTTP: `204 No Content`. */
  readonly status: string;
  /** Names in lower case; all that were sent, but for `Date` and `Connection`. */
  readonly fields: Readonly<Record<string, string>>;
  /** Every byte behind the empty line. */
  readonly body: string;
}

/** Stands for the id of an exchange, which nothing can foretell. As long as one, so that lengths stay right. */
export const anyId = '#'.repeat(32);

/** Sends a request without a body as bytes on a connection of its own, and reads until the server closes it. */
export async function rawExchange(port: number, line: string, headers: readonly string[]): Promise<RawAnswer> {
  using connection = await open(port);
  connection.send([`${line} HTTP/1.1`, ...headers, 'Connection: close', '', ''].join('\r\n'));
  const text = await connection.closed();
  const end = text.indexOf('\r\n\r\n');
  const [first = '', ...rest] = text.slice(0, end).split('\r\n');
  const fields = rest.map((field) => {
    const colon = field.indexOf(': ');
    return [field.slice(0, colon).toLowerCase(), withoutIds(field.slice(colon + 2))] as const;
  });
  const { date: _, connection: __, ...own } = Object.fromEntries(fields);
  return { status: first.replace(/^HTTP\/1\.1 /, ''), fields: own, body: withoutIds(text.slice(end + 4)) };
}

function withoutIds(text: string): string {
  return text.replaceAll(/\b[0-9a-f]{32}\b/g, anyId);
}
