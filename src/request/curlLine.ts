import { shellWord } from './shellWord.js';

/** What a curl command line is made of. */
export interface CurlRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** The fields of a form: curl writes it itself, with a boundary of its own. */
  readonly form?: Readonly<Record<string, unknown>>;
}

/** One command line of curl that sends the request and shows the answer with its head. */
export function curlLine({ method, url, headers, body, form }: CurlRequest): string {
  const words = [
    'curl',
    '-i',
    // curl would take brackets and braces for patterns, and resolve dots in the path.
    ...(/[[\]{}]/.test(url) ? ['-g'] : []),
    ...(/\/\.{1,2}(?:[/?]|$)/.test(url) ? ['--path-as-is'] : []),
    ...methodWords(method, body !== undefined || form !== undefined),
    ...Object.entries(headers)
      .filter(([name]) => name !== 'host' && !(form && name === 'content-type'))
      .flatMap(([name, value]) => ['-H', value === '' ? `${name};` : `${name}: ${value}`]),
    ...(body === undefined ? [] : ['--data-raw', body]),
    ...formWords(form ?? {}),
    url,
  ];
  return words.map(shellWord).join(' ');
}

function methodWords(method: string, hasBody: boolean): string[] {
  if (method === 'HEAD') return ['--head'];
  return method === 'GET' && !hasBody ? [] : ['-X', method];
}

function formWords(form: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(form).flatMap(([name, value]) => {
    const file = value as { readonly filename?: unknown; readonly content?: unknown } | null;
    if (typeof file?.filename === 'string') {
      return ['-F', `${name}="${quoted(String(file.content ?? ''))}";filename="${quoted(file.filename)}"`];
    }
    return ['--form-string', `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`];
  });
}

function quoted(text: string): string {
  return text.replaceAll(/["\\]/g, (character) => `\\${character}`);
}
