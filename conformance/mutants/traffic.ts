import type { Mutant } from './mutant.js';

/** Clients that send something wrong. */
export const trafficMutants: readonly Mutant[] = [
  {
    name: 'cancels-instead',
    about: 'Takes the neighbour path: it cancels where it should delete.',
    provider: 'huawei-mpc',
    fails: [
      'accepts-an-empty-success',
      'changes-nothing-else',
      'deletes-the-record',
      'makes-the-change',
      'notices-the-refusal',
      'reports-no-failure',
      'reports-the-code',
      'reports-the-outcome',
      'reports-the-status',
      'sends-it-once',
      'sends-the-operation',
      'sends-the-parameters',
      'sends-what-the-document-allows',
      'tells-the-truth',
      'waits-as-told',
    ],
    description: (right) => ({
      ...right,
      operations: { ...right.operations, deleteTranscodingTask: 'DELETE /v1/{project_id}/transcodings' },
    }),
    defect: {},
  },
  {
    name: 'id-in-the-path',
    about: 'Puts the id into the path, where this provider wants it in the query.',
    provider: 'huawei-mpc',
    fails: ['calls-what-exists', 'deletes-the-record', 'sends-the-operation'],
    description: (right) => ({
      ...right,
      operations: { ...right.operations, deleteTranscodingTask: 'DELETE /v1/{project_id}/transcodings/task/{task_id}' },
    }),
    defect: {},
  },
  {
    name: 'does-not-encode',
    about: 'Writes ids into the path as they are, without percent-encoding.',
    provider: 'twelvelabs',
    fails: [
      'calls-what-exists',
      'changes-nothing-else',
      'keeps-the-record',
      'leaves-others-alone',
      'sends-the-operation',
      'sends-the-parameters',
    ],
    defect: {
      request: (request) => ({ ...request, target: undone(request.target) }),
    },
  },
  {
    name: 'forgets-the-query',
    about: 'Leaves query parameters out.',
    provider: 'twelvelabs',
    fails: ['deletes-the-record', 'sends-the-parameters'],
    defect: { request: (request) => ({ ...request, target: request.target.split('?')[0] ?? '' }) },
  },
  {
    name: 'forgets-the-media-type',
    about: 'Sends JSON without saying that it is JSON.',
    provider: 'huawei-modelarts',
    fails: ['makes-the-change', 'sends-what-the-document-allows'],
    defect: {
      request: (request) =>
        typeof request.body === 'string'
          ? { ...request, headers: { ...request.headers, 'content-type': 'text/plain' } }
          : request,
    },
  },
  {
    name: 'body-on-delete',
    about: 'Sends an empty JSON object with every DELETE.',
    provider: 'twelvelabs',
    fails: ['sends-no-body-on-delete'],
    defect: {
      request: (request) =>
        request.method === 'DELETE' && request.body === undefined
          ? { ...request, headers: { ...request.headers, 'content-type': 'application/json' }, body: '{}' }
          : request,
    },
  },
  {
    name: 'signs-too-early',
    about: 'Signs the request, and changes it afterwards.',
    provider: 'huawei-modelarts',
    fails: ['authenticates', 'deletes-the-record', 'makes-the-change'],
    defect: {
      signed: (request) => ({
        ...request,
        target: `${request.target}${request.target.includes('?') ? '&' : '?'}trace=1`,
      }),
    },
  },
  {
    name: 'bearer-key',
    about: 'Sends the key as a bearer token.',
    provider: 'twelvelabs',
    fails: ['authenticates', 'deletes-the-record', 'makes-the-change'],
    defect: {
      signed: ({ headers: { 'x-api-key': key, ...headers }, ...request }) => ({
        ...request,
        headers: key === undefined ? headers : { ...headers, authorization: `Bearer ${key}` },
      }),
    },
  },
  {
    name: 'deletes-the-parent',
    about: 'Deletes the index once its video is gone, to tidy up.',
    provider: 'twelvelabs',
    fails: ['changes-nothing-else', 'leaves-others-alone'],
    defect: {
      also: (request, { status }, { operation, parameters }) =>
        operation === 'deleteVideo' && status === 204
          ? [{ ...request, target: `/indexes/${parameters['index-id']}` }]
          : [],
    },
  },
  {
    name: 'asks-an-old-version',
    about: 'Looks at the outcome of a delete under a path of an older API version.',
    provider: 'twelvelabs',
    fails: ['calls-what-exists'],
    defect: {
      also: (request, { status }) =>
        request.method === 'DELETE' && status === 204
          ? [{ ...request, method: 'GET', target: `/v1${request.target}` }]
          : [],
    },
  },
  {
    name: 'deletes-twice',
    about: 'Sends every delete again, to be sure.',
    provider: 'naver-nclue',
    fails: [
      'notices-the-refusal',
      'reports-the-code',
      'reports-the-outcome',
      'reports-the-status',
      'sends-it-once',
      'sends-the-parameters',
      'tells-the-truth',
      'waits-as-told',
    ],
    defect: { also: (request) => (request.method === 'DELETE' ? [request] : []) },
  },
  {
    name: 'retries-refusals',
    about: 'Tries again after a 400, which says that trying again is no use.',
    provider: 'huawei-mpc',
    fails: [
      'notices-the-refusal',
      'reports-the-outcome',
      'reports-the-status',
      'sends-it-once',
      'sends-the-parameters',
      'tells-the-truth',
    ],
    defect: { again: ({ status }) => status === 400 },
  },
  {
    name: 'retries-at-once',
    about: 'Tries again at once after a 429, whatever Retry-After says.',
    provider: 'naver-nclue',
    fails: ['waits-as-told'],
    defect: { again: ({ status }) => status === 429 },
  },
  {
    name: 'sends-nothing',
    about: 'Believes that a delete needs no request, and says so.',
    provider: 'huawei-mpc',
    fails: ['deletes-the-record', 'sends-the-operation', 'tells-the-truth'],
    defect: { instead: ({ operation }) => (operation.startsWith('delete') ? { outcome: 'deleted' } : undefined) },
  },
];

function undone(target: string): string {
  const [path = '', ...query] = target.split('?');
  return [decodeURIComponent(path), ...query].join('?');
}
