import type { Mutant } from './mutant.js';

/** Clients that leave the world as it should not be. */
export const stateMutants: readonly Mutant[] = [
  {
    name: 'only-looks',
    about: 'Looks whether the record is there, and never deletes it.',
    provider: 'naver-nclue',
    fails: [
      'deletes-the-record',
      'makes-the-change',
      'notices-the-refusal',
      'reports-no-failure',
      'reports-the-status',
      'sends-the-operation',
      'sends-the-parameters',
      'tells-the-truth',
    ],
    defect: { request: (request) => (request.method === 'DELETE' ? { ...request, method: 'GET' } : request) },
  },
  {
    name: 'forces-every-delete',
    about: 'Forces the delete of what is in use.',
    provider: 'twelvelabs',
    fails: ['keeps-the-record', 'sends-the-parameters'],
    defect: {
      request: (request, { operation }) =>
        operation === 'deleteAsset' ? { ...request, target: `${request.target.split('?')[0]}?force=true` } : request,
    },
  },
  {
    name: 'empty-change',
    about: 'Sends a change without what is to be changed.',
    provider: 'huawei-modelarts',
    fails: ['sends-the-parameters', 'sends-what-the-document-allows'],
    defect: { request: (request) => (request.method === 'PUT' ? { ...request, body: '{}' } : request) },
  },
  {
    name: 'tidies-up',
    about: 'Deletes the video together with its task, unasked.',
    provider: 'twelvelabs',
    fails: [
      'changes-nothing-else',
      'keeps-the-record',
      'leaves-others-alone',
      'sends-what-the-document-allows',
      'tells-the-truth',
    ],
    defect: {
      also: (request, _answer, { operation, parameters }) =>
        operation === 'deleteIndexedAsset' ? [{ ...request, target: `/indexes/${parameters['index-id']}` }] : [],
    },
  },
];
