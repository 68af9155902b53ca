import { createHmac } from 'node:crypto';
import { loadContract } from '../../../../src/contract/loadContract.js';
import { createMock } from '../../../../src/mock/createMock.js';
import type { Mock } from '../../../../src/mock/mock.js';
import { encodeForm } from '../../../../src/request/encodeForm.js';

/** An answer, its body read as JSON where it has one. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** One provider's mock and the plainest possible client of it. */
export interface Sandbox {
  readonly mock: Mock;
  send(method: string, target: string, content?: { readonly json: unknown } | { readonly form: Form }): Answer;
  /** The records of a resource, in every partition. */
  records(resource: string): readonly Readonly<Record<string, unknown>>[];
  /** Puts a record by control: it holds its state. */
  put(resource: string, key: string | number, fields: Readonly<Record<string, unknown>>, partition?: string): void;
}

export type Form = Readonly<Record<string, unknown>>;

const wallTime = Date.UTC(2026, 5, 1);

/** Headers that open each provider's gateway, written from its documentation. */
type Credentials = (method: string, target: string) => Readonly<Record<string, string>>;

export const twelveLabsKey: Credentials = () => ({ 'x-api-key': 'tlk_tombstone' });
export const huaweiToken: Credentials = () => ({ 'x-auth-token': 'tombstone-token' });

/** API Gateway signature v2: HMAC-SHA256 over method, raw target, timestamp and access key. */
export const naverSignature: Credentials = (method, target) => {
  const text = `${method} ${target}\n${wallTime}\nTOMBSTONEAK`;
  return {
    'x-ncp-apigw-timestamp': String(wallTime),
    'x-ncp-iam-access-key': 'TOMBSTONEAK',
    'x-ncp-apigw-signature-v2': createHmac('sha256', 'TOMBSTONESK').update(text).digest('base64'),
  };
};

/** A sandbox of one provider that holds nothing. */
export async function openSandbox(
  provider: string,
  credentials: Credentials,
  switches: Readonly<Record<string, string>> = {},
): Promise<Sandbox> {
  const mock = createMock([await loadContract(provider)], {
    fixtures: { [provider]: {} },
    switches: { [provider]: switches },
    start: Date.UTC(2026, 0, 1),
    wallTime: () => wallTime,
    journalSize: 20,
  });
  return {
    mock,
    send(method, target, content) {
      const { body, type } = encode(content);
      const headers = { host: 'localhost', ...credentials(method, target), ...(type ? { 'content-type': type } : {}) };
      const answer = mock.handle(body ? { method, target, headers, body } : { method, target, headers });
      const text = typeof answer.body === 'string' ? answer.body : new TextDecoder().decode(answer.body);
      const isJson = answer.headers['Content-Type']?.includes('json');
      return { status: answer.status, headers: answer.headers, body: isJson ? JSON.parse(text) : text || undefined };
    },
    records: (resource) => mock.exportState().providers[provider]?.records[resource] ?? [],
    put(resource, key, fields, partition) {
      mock.records.put({ provider, resource, key, ...(partition === undefined ? {} : { partition }) }, fields);
    },
  };
}

function encode(content: Parameters<Sandbox['send']>[2]): { readonly body?: Uint8Array; readonly type?: string } {
  if (!content) return {};
  if ('json' in content)
    return { body: new TextEncoder().encode(JSON.stringify(content.json)), type: 'application/json' };
  const { bytes, contentType } = encodeForm(content.form);
  return { body: bytes, type: contentType };
}
