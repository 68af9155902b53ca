import { TombstoneError } from '../../errors.js';
import type { Sandboxes } from '../sandboxes.js';
import type { ControlCall, ControlRoute } from './call.js';
import { readSandboxOptions } from './sandboxOptions.js';

/** The sandboxes made here: all of them, another one. */
export const sandboxesRoute: ControlRoute = {
  path: '/sandboxes',
  creates: true,
  methods: {
    GET: (call) => ({ sandboxes: sandboxesOf(call).list() }),
    POST: (call) => {
      const sandboxes = sandboxesOf(call);
      return sandboxes.open(readSandboxOptions(call.body()));
    },
  },
};

/** One sandbox, to be closed. */
export const sandboxRoute: ControlRoute = {
  path: '/sandboxes/{id}',
  methods: { DELETE: (call) => sandboxesOf(call).close(call.names[0] ?? '') },
};

/** One listener makes all sandboxes and closes them: nobody has to find out who made which. */
function sandboxesOf({ sandboxes }: ControlCall): Sandboxes {
  if (!('madeBy' in sandboxes)) return sandboxes;
  throw new TombstoneError(
    'unknown-call',
    `A sandbox makes no sandboxes. Call the listener that made this one: ${sandboxes.madeBy}/_tombstone/sandboxes.`,
  );
}
