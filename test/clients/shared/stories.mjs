// Created, refused while it is not done, awaited, refused to a wrong secret, deleted, gone.
const life = {
  says: 'it signs, and takes a transcoding task from its creation to its end',
  options: ['huawei-mpc', '--auth', 'verify', '--pace', 'manual'],
  waits: true,
  expected: {
    calls: {
      'huawei-mpc/createTranscodingTask': [200],
      'huawei-mpc/deleteTranscodingTask': [204, 400, 401],
      'huawei-mpc/listTranscodingTask': [200],
    },
    violations: ['refused 401'],
    refused: [],
  },
};

/** What the programs of the `run-*` suites do, how they are run, and what has to be in the report afterwards. */
export const stories = {
  deletes: {
    says: 'the deletes it sends land in the mocks, and nothing else goes out',
    options: ['--strict'],
    expected: {
      calls: {
        'huawei-mpc/deleteTranscodingTask': [204],
        'naver-nclue/deleteTask': [200],
        'twelvelabs/deleteTask': [204],
      },
      violations: [],
      refused: ['example.com:443'],
    },
  },
  baseUrl: {
    says: 'the delete it sends lands in the mock',
    options: ['--strict'],
    expected: { calls: { 'twelvelabs/deleteTask': [204] }, violations: [], refused: [] },
  },
  life,
  // Of a program that connects to port 443 of the host, whose name means this machine.
  lifeByName: { ...life, options: [...life.options, '--tls-port', '443'] },
};
