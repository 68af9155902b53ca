/**
 * Huawei Cloud's SDK for Node has its client and its signing in `@huaweicloud/huaweicloud-sdk-core`, and a package for each
 * service that only says what a request is made of. The npm registry has none for MPC, so this stands in for it: it hands the
 * client what such a package does. Everything that is sent is built, signed and sent by the SDK.
 */
const { createRequire } = require('node:module');
const { join } = require('node:path');

const sdk = createRequire(join(process.env.HUAWEICLOUD_SDK, 'package.json'));
const { ClientBuilder } = sdk('@huaweicloud/huaweicloud-sdk-core/ClientBuilder');
const { BasicCredentials } = sdk('@huaweicloud/huaweicloud-sdk-core/auth/BasicCredentials');

/** What the three operations have in common. */
const request = (method, url, rest) => ({
  method,
  url,
  contentType: 'application/json',
  queryParams: {},
  pathParams: {},
  headers: {},
  ...rest,
});

exports.mpcClient = ({ ak, sk, projectId, endpoint }) =>
  new ClientBuilder((client) => ({
    createTranscodingTask: (data) => client.sendRequest(request('POST', '/v1/{project_id}/transcodings', { data })),
    listTranscodingTask: (queryParams) =>
      client.sendRequest(request('GET', '/v1/{project_id}/transcodings', { queryParams })),
    deleteTranscodingTaskByConsole: (queryParams) =>
      client.sendRequest(request('DELETE', '/v1/{project_id}/transcodings/task', { queryParams })),
  }))
    .withCredential(new BasicCredentials().withAk(ak).withSk(sk).withProjectId(projectId))
    .withEndpoint(endpoint)
    .build();
