import type { Mutant } from './mutant.js';

/** Clients that leave the world as it should not be. */
export const stateMutants: readonly Mutant[] = [
  {
    name: 'only-looks',
    about: 'Looks whether the record is there, and never deletes it.',
    provider: 'naver-nclue',
    fails: [],
    defect: { request: (request) => (request.method === 'DELETE' ? { ...request, method: 'GET' } : request) },
  },
  {
    name: 'forces-every-delete',
    about: 'Forces the delete of what is in use.',
    provider: 'twelvelabs',
    fails: [],
    defect: {
      request: (request, { operation }) =>
        operation === 'deleteAsset' ? { ...request, target: `${request.target.split('?')[0]}?force=true` } : request,
    },
  },
  {
    name: 'empty-change',
    about: 'Sends a change without what is to be changed.',
    provider: 'huawei-modelarts',
    fails: [],
    defect: { request: (request) => (request.method === 'PUT' ? { ...request, body: '{}' } : request) },
  },
  {
    name: 'tidies-up',
    about: 'Deletes the video together with its task, unasked.',
    provider: 'twelvelabs',
    fails: [],
    defect: {
      also: (request, _answer, { operation, parameters }) =>
        operation === 'deleteIndexedAsset' ? [{ ...request, target: `/indexes/${parameters['index-id']}` }] : [],
    },
  },
];
