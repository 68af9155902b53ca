import type { ClientAnswer, ClientDescription } from './clientKit.js';
import { signHuawei } from './signHuawei.js';

/** What Huawei Cloud's services have in common: the signature, and the two fields of an error body. */
const common: Pick<ClientDescription, 'sign' | 'codeOf'> = {
  sign: signHuawei,
  codeOf(json) {
    const code = (json as Readonly<Record<string, unknown>> | undefined)?.['error_code'];
    return typeof code === 'string' ? code : undefined;
  },
};

/** Huawei Cloud MPC, transcoding tasks, by its API reference. */
export const huaweiMpc: ClientDescription = {
  ...common,
  provider: 'huawei-mpc',
  operations: {
    listTranscodingTask: 'GET /v1/{project_id}/transcodings',
    createTranscodingTask: 'POST /v1/{project_id}/transcodings',
    cancelTranscodingTask: 'DELETE /v1/{project_id}/transcodings',
    deleteTranscodingTask: 'DELETE /v1/{project_id}/transcodings/task',
    listStatSummary: 'GET /v1/{project_id}/transcodings/summaries',
    listTranscodeDetail: 'GET /v1/{project_id}/transcodings/detail',
  },
  deletes: ['deleteTranscodingTask'],
  headers: ['x-language'],
  readError({ status }, code, operation) {
    if (code === 'MPC.10213') return 'refused';
    if (code === 'MPC.10211') return 'absent';
    // A cancel fails so in whatever state the task is; a delete only of one that is not there.
    if (code === 'MPC.10212') return operation === 'deleteTranscodingTask' ? 'absent' : 'unknown';
    return status === 401 || status === 403 ? 'denied' : 'unknown';
  },
};

/** Huawei Cloud ModelArts, processing tasks, by its API reference. */
export const huaweiModelarts: ClientDescription = {
  ...common,
  provider: 'huawei-modelarts',
  operations: {
    listProcessorTasks: 'GET /v2/{project_id}/processor-tasks',
    createProcessorTask: 'POST /v2/{project_id}/processor-tasks',
    listProcessorItems: 'GET /v2/{project_id}/processor-tasks/items',
    getProcessorTask: 'GET /v2/{project_id}/processor-tasks/{task_id}',
    updateProcessorTask: 'PUT /v2/{project_id}/processor-tasks/{task_id}',
    deleteProcessorTask: 'DELETE /v2/{project_id}/processor-tasks/{task_id}',
    listVersions: 'GET /v2/{project_id}/processor-tasks/{task_id}/versions',
    createVersion: 'POST /v2/{project_id}/processor-tasks/{task_id}/versions',
    getVersion: 'GET /v2/{project_id}/processor-tasks/{task_id}/versions/{version_id}',
    deleteVersion: 'DELETE /v2/{project_id}/processor-tasks/{task_id}/versions/{version_id}',
    stopVersion: 'POST /v2/{project_id}/processor-tasks/{task_id}/versions/{version_id}/stop',
    listResults: 'GET /v2/{project_id}/processor-tasks/{task_id}/versions/{version_id}/results',
  },
  deletes: ['deleteProcessorTask', 'deleteVersion'],
  commaLists: ['version_id'],
  readError: readModelarts,
};

function readModelarts({ status }: ClientAnswer, code: string | undefined) {
  if (code === 'ModelArts.4850' || code === 'ModelArts.4613') return 'refused';
  // A 404 of the gateway says nothing of the task.
  if (code?.startsWith('APIGW.')) return status === 401 || status === 403 ? 'denied' : 'unknown';
  if (status === 404 || code === 'ModelArts.4700' || code === 'ModelArts.4851') return 'absent';
  return status === 401 || status === 403 ? 'denied' : 'unknown';
}
