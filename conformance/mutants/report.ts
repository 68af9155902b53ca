import type { Mutant } from './mutant.js';

/** Clients that tell their callers something wrong. */
export const reportMutants: readonly Mutant[] = [
  {
    name: 'parses-every-answer',
    about: 'Parses JSON from every answer, the empty 204 included, as examples in documentation do.',
    provider: 'twelvelabs',
    fails: ['accepts-an-empty-success', 'reports-no-failure', 'reports-the-outcome'],
    defect: {
      read: (outcome, { status, json }) =>
        status > 0 && status < 300 && json === undefined
          ? { outcome: 'unknown', status, message: 'Unexpected end of JSON input' }
          : outcome,
    },
  },
  {
    name: 'everything-is-deleted',
    about: 'Takes whatever comes back from a delete as a success.',
    provider: 'huawei-mpc',
    fails: ['notices-the-refusal', 'reports-the-outcome', 'tells-the-truth'],
    defect: {
      read: (outcome, { status }, { operation }) =>
        operation.startsWith('delete') && status > 0 ? { outcome: 'deleted', status } : outcome,
    },
  },
  {
    name: 'lost-means-deleted',
    about: 'Takes a lost connection as a success, since the request was sent.',
    provider: 'twelvelabs',
    fails: ['notices-the-refusal', 'reports-the-outcome', 'tells-the-truth'],
    defect: {
      read: (outcome, { status }, { operation }) =>
        operation.startsWith('delete') && status === 0 ? { outcome: 'deleted' } : outcome,
    },
  },
  {
    name: 'throws-on-every-error',
    about: 'Has one kind of error for everything, and says nothing more of it.',
    provider: 'naver-nclue',
    fails: ['reports-the-outcome'],
    defect: {
      read: (outcome) =>
        outcome.outcome === undefined || outcome.outcome === 'deleted' ? outcome : { outcome: 'failed' },
    },
  },
  {
    name: 'ignores-the-status',
    about: 'Never looks at the status of what changes something.',
    provider: 'huawei-modelarts',
    fails: ['notices-the-refusal', 'reports-the-outcome'],
    defect: {
      read: (outcome, { status }, { operation }) =>
        status > 0 && !operation.startsWith('delete') ? { status } : outcome,
    },
  },
  {
    name: 'wants-two-hundred',
    about: 'Takes only a 200 for a success.',
    provider: 'twelvelabs',
    fails: ['accepts-an-empty-success', 'reports-no-failure', 'reports-the-outcome'],
    defect: {
      read: (outcome, { status }) => (status > 200 && status < 300 ? { outcome: 'failed', status } : outcome),
    },
  },
  {
    name: 'shows-the-wrong-status',
    about: 'Shows 500 for every error.',
    provider: 'naver-nclue',
    fails: ['reports-the-status'],
    defect: { read: (outcome, { status }) => (status >= 400 ? { ...outcome, status: 500 } : outcome) },
  },
  {
    name: 'shows-the-first-number',
    about: 'Makes a code of its own out of the status.',
    provider: 'huawei-mpc',
    fails: ['reports-the-code'],
    defect: {
      read: (outcome, { status }) => (outcome.code === undefined ? outcome : { ...outcome, code: `E${status}` }),
    },
  },
  {
    name: 'shows-the-message-as-a-code',
    about: 'Shows the sentence of an error answer where its code belongs.',
    provider: 'twelvelabs',
    fails: ['reports-the-code'],
    defect: {
      read: (outcome, { json }) =>
        outcome.code === undefined ? outcome : { ...outcome, code: String(Object(json).message) },
    },
  },
  {
    name: 'absent-means-refused',
    about: 'Says that a record is refused where there is none.',
    provider: 'twelvelabs',
    fails: ['reports-the-outcome', 'tells-the-truth'],
    defect: { read: (outcome) => (outcome.outcome === 'absent' ? { ...outcome, outcome: 'refused' } : outcome) },
  },
  {
    name: 'any-404-means-absent',
    about: 'Takes the 404 of a wrong path for the 404 of a record that is not there.',
    provider: 'twelvelabs',
    fails: ['tells-the-truth'],
    defect: { read: (outcome, { status }) => (status === 404 ? { ...outcome, outcome: 'absent' } : outcome) },
  },
];
