import { TombstoneError } from '../../errors.js';
import type { FaultSetting } from '../../mock/faults/fault.js';
import type { ControlRoute } from './call.js';

/** The faults of the sandbox: those that stand, another one, none any more. */
export const faultsRoute: ControlRoute = {
  path: '/faults',
  creates: true,
  methods: {
    GET: ({ mock }) => ({ faults: mock.faults.list() }),
    POST: ({ mock, body }) => {
      // The sandbox checks all of it: a library call may be as wrong as this one.
      const id = mock.faults.add(body() as unknown as FaultSetting);
      return mock.faults.list().find((fault) => fault.id === id);
    },
    DELETE: ({ mock }) => mock.faults.clear(),
  },
};

/** One fault, to be taken away. */
export const faultRoute: ControlRoute = {
  path: '/faults/{id}',
  methods: {
    DELETE: ({ mock, names: [id = ''] }) => {
      if (mock.faults.remove(id)) return;
      const standing = mock.faults.list().map((fault) => fault.id);
      throw new TombstoneError(
        'unknown-fault',
        `No fault "${id}" stands: it never did, was removed, or its times are used up. Standing: ${standing.join(', ') || 'none'}.`,
      );
    },
  },
};
