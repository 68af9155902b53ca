import { apiGatewaySignatureV2 } from '../../src/signature/index.js';
import type { ClientDescription } from './clientKit.js';

const refused = ['99002', '99003', '99004'];

/** NAVER Cloud NCLUE, by its API reference. */
export const naverNclue: ClientDescription = {
  provider: 'naver-nclue',
  operations: {
    listFeatures: 'GET /features',
    createFeature: 'POST /features',
    getFeature: 'GET /features/{feature_id}',
    deleteFeature: 'DELETE /features/{feature_id}',
    listTasks: 'GET /tasks',
    createTask: 'POST /tasks',
    getTask: 'GET /tasks/{task_id}',
    deleteTask: 'DELETE /tasks/{task_id}',
    listTaskRuns: 'GET /task-runs',
    createTaskRun: 'POST /task-runs',
    getTaskRun: 'GET /task-runs/{run_id}',
    deleteTaskRun: 'DELETE /task-runs/{run_id}',
    listCustomAttributes: 'GET /profile/custom-attributes',
    createCustomAttribute: 'POST /profile/custom-attributes',
    getCustomAttribute: 'GET /profile/custom-attributes/{profile_id}',
    deleteCustomAttribute: 'DELETE /profile/custom-attributes/{profile_id}',
    listShoppingIntents: 'GET /profile/shopping-intents',
    createShoppingIntent: 'POST /profile/shopping-intents',
    getShoppingIntent: 'GET /profile/shopping-intents/{profile_id}',
    deleteShoppingIntent: 'DELETE /profile/shopping-intents/{profile_id}',
    downloadShoppingIntent: 'GET /profile/shopping-intents-download/{profile_id}',
  },
  deletes: ['deleteFeature', 'deleteTask', 'deleteTaskRun', 'deleteCustomAttribute', 'deleteShoppingIntent'],
  sign(request, url, { SignatureV2: pair }) {
    if (!pair || !('accessKey' in pair)) return request;
    const { method, headers } = request;
    const target = url.pathname + url.search;
    const added = apiGatewaySignatureV2.sign({ method, target, headers, body: new Uint8Array() }, pair, Date.now());
    return { ...request, headers: { ...headers, ...added } };
  },
  readError({ status }, code) {
    if (status === 401 || status === 403) return 'denied';
    if (status === 404) return code === '99001' ? 'absent' : 'unknown';
    return code !== undefined && refused.includes(code) ? 'refused' : 'unknown';
  },
  codeOf(json) {
    const error = (json as { readonly error?: { readonly errorCode?: unknown } } | undefined)?.error;
    return typeof error?.errorCode === 'string' ? error.errorCode : undefined;
  },
};
