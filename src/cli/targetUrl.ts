import { TombstoneError } from '../errors.js';

/** Reads `--target`: the URL of a server, without a path. @throws TombstoneError `bad-usage` */
export function targetUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new TombstoneError('bad-usage', `--target is "${text}"; a URL such as http://127.0.0.1:4010 is expected.`);
  }
  if (url.pathname === '/' && url.search === '' && url.username === '') return url;
  throw new TombstoneError(
    'bad-usage',
    `--target is "${text}"; only scheme, host and port are expected: ${url.origin}.`,
  );
}
