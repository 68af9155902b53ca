/** Signatures published with the real SDKs' own tests (access key `AccessKey`, secret `SecretKey`), and two worked out with one. */
export interface SdkVector {
  readonly about: string;
  readonly method: string;
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly signedHeaders: string;
  readonly body?: string;
  readonly signature: string;
}

const python = { host: 'service.endpoint.myhuaweicloud.com', 'x-sdk-date': '20200608T023900Z' };
const go = { host: 'service.example.com', 'x-sdk-date': '20060102T150405Z' };
const java = { host: 'service.region.example.com', 'x-sdk-date': '20191115T033655Z' };
const local = {
  'content-type': 'application/json',
  host: '127.0.0.1:8080',
  'x-project-id': '0a1b2c3d',
  'x-sdk-date': '20240101T000000Z',
};
const withHost = 'host;x-sdk-date';
const all = 'content-type;host;x-project-id;x-sdk-date';

export const sdkVectors: readonly SdkVector[] = [
  {
    about: 'Python SDK, GET',
    method: 'GET',
    target: '/resources?size=1',
    headers: python,
    signedHeaders: withHost,
    signature: 'cfb4171acec81de07d50e53d57eb77edd537414d66ddb1d7d780f128e12cd842',
  },
  {
    about: 'Python SDK, POST with a body',
    method: 'POST',
    target: '/resources?size=1',
    headers: python,
    signedHeaders: withHost,
    body: '{"name":"test","id":1}',
    signature: '436b1ac0a1ae03705934bb70ef2f2e09f7bfed2117d731a38235053199323a1f',
  },
  {
    about: 'Go SDK, GET, which does not sign the host',
    method: 'GET',
    target: '/path?limit=1',
    headers: go,
    signedHeaders: 'x-sdk-date',
    signature: '5a2ce64c865e0e6046321c6f3d5a77ba8413eeaf355c3166c03d58d02ac79624',
  },
  {
    about: 'Go SDK, POST, whose JSON ends in a newline',
    method: 'POST',
    target: '/path?key=value',
    headers: go,
    signedHeaders: 'x-sdk-date',
    body: '{"Name":"test","Id":1}\n',
    signature: 'cecc2af119b18ab70b4d094c0750f3b42c02f254903179a0fc2cc72fc9db4f59',
  },
  {
    about: 'Java SDK, GET',
    method: 'GET',
    target: '/v1/77b6a44cba5143ab91d13ab9a8ff44fd/vpcs?limit=2&marker=13551d6b-755d-4757-b956-536f674975c0',
    headers: java,
    signedHeaders: withHost,
    signature: 'fd95e7da6f695cfb4cabbb9d6b0968aec155bc576b064835282473539ae9ea1d',
  },
  {
    about: 'Java SDK, POST',
    method: 'POST',
    target: '/v1/77b6a44cba5143ab91d13ab9a8ff44fd/vpc/123',
    headers: java,
    signedHeaders: withHost,
    body: '{"key":"value"}',
    signature: 'b5649aa774f6cac7437631662f08815fc65c70e40e486df6db2436ce68902771',
  },
  {
    about: 'Java SDK, the root path',
    method: 'GET',
    target: '/',
    headers: { ...java, host: 'example.com' },
    signedHeaders: withHost,
    signature: '919ad8b75d4ad49da0d377e63ee21c4a7a54b752f6bf2878b4adbe9c19927da6',
  },
  {
    about: 'a transcoding task deleted (worked out, checked with the Python SDK)',
    method: 'DELETE',
    target: '/v1/0a1b2c3d/transcodings/task?task_id=100211',
    headers: local,
    signedHeaders: all,
    signature: 'e10ba1a93cf33063993905812a01adabb6e2c4bb828add7f6b5d41a4762b0c28',
  },
  {
    about: 'a processor task deleted (worked out, checked with the Python SDK)',
    method: 'DELETE',
    target: '/v2/0a1b2c3d/processor-tasks/SNEJua7qdZZN8GvkcEr',
    headers: local,
    signedHeaders: all,
    signature: '001aa33c09bb11054f26b31f8a43c925f49997855c70f5dd7618fc6872c7095a',
  },
];
