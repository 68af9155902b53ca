import { TombstoneError } from '../../errors.js';
import type { ControlRoute } from './call.js';
import { messageOf } from './problem.js';

/** Everything the sandbox holds: out, and in again. */
export const stateRoute: ControlRoute = {
  path: '/state',
  methods: {
    GET: ({ mock }) => mock.exportState(),
    PUT: ({ mock, body }) => {
      const snapshot = body();
      try {
        mock.importState(snapshot);
      } catch (cause) {
        // A provider that only the snapshot names is no missing address (404) but a wrong body.
        if (!(cause instanceof TombstoneError)) throw cause;
        throw new TombstoneError('bad-fixture', messageOf(cause), { cause });
      }
    },
  },
};

/** Back to the fixtures the sandbox started with. */
export const resetRoute: ControlRoute = {
  path: '/reset',
  methods: { POST: ({ mock }) => mock.reset() },
};
