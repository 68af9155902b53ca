import { sdkHmacSha256 } from '../../../../src/signature/index.js';
import { anyId } from './rawExchange.js';

/** The fields and bytes of a JSON body. */
export const json = (text: string, more: Readonly<Record<string, string>> = {}) => ({
  fields: { ...more, 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(text)) },
  body: text,
});

/** No content: nothing behind the head, and nothing in it that speaks of any. */
export const noContent = (more: Readonly<Record<string, string>>) => ({
  status: '204 No Content',
  fields: more,
  body: '',
});

/** What every answer of the Huawei services carries. */
export const exchangeId = { 'x-request-id': anyId };

/** What the gateway in front of both Huawei services answers. */
export const denied = (why: string) => ({
  status: '401 Unauthorized',
  ...json(
    `{"error_msg":"Incorrect IAM authentication information: ${why}","error_code":"APIGW.0301","request_id":"${anyId}"}`,
    exchangeId,
  ),
});

/** The headers of a request signed with an access key. */
export function signed(host: string, line: string, accessKey: string, secret: string, at = Date.now()): string[] {
  const [method = '', target = ''] = line.split(' ');
  const request = { method, target, headers: { host }, body: new Uint8Array() };
  const added = sdkHmacSha256.sign(request, { accessKey, secret }, at);
  return [`Host: ${host}`, ...Object.entries(added).map(([name, value]) => `${name}: ${value}`)];
}
