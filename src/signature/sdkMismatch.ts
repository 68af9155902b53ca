import type { WireRequest } from '../engine/functions.js';
import { type CanonicalParts, canonicalText, header } from './canonicalRequest.js';

const hidden = '(hidden)';
const credential = /token|secret|cookie|authorization|api-?key|password/;

/**
 * Explains a signature that does not match by what was computed here, so that a developer can lay it beside what the
 * client computed. Credentials among the signed headers are hidden; the secret and the right signature never appear.
 */
export function explainMismatch(request: WireRequest, parts: CanonicalParts, stringToSign: string): string {
  const headers = parts.headers.map(([name, value]) => [name, credential.test(name) ? hidden : value] as const);
  return [
    'The signature does not match the request as it arrived. Either the secret is another one, or the client signed another text than this canonical request:',
    '',
    canonicalText({ ...parts, headers }, 'sorted'),
    '',
    'String to sign:',
    '',
    stringToSign,
    '',
    ...hints(request, parts),
  ].join('\n');
}

function hints(request: WireRequest, parts: CanonicalParts): readonly string[] {
  const missing = parts.headers.map(([name]) => name).filter((name) => header(request, name) === undefined);
  const lines = ['The path is signed with a slash at its end, and the host with its port.'];
  if (missing.length > 0) lines.push(`Signed, but not in the request: ${missing.join(', ')}.`);
  if (parts.headers.some(([name]) => credential.test(name)))
    lines.push(`Where it says ${hidden}, the value as sent was signed.`);
  if (new Set(parts.query.map(([key]) => key)).size < parts.query.length) {
    lines.push('For the repeated query key, its values were also tried in the order of the request.');
  }
  if (header(request, 'x-sdk-content-sha256') !== undefined) {
    lines.push('The last line is what X-Sdk-Content-Sha256 says; the body was not hashed.');
  }
  return lines;
}
