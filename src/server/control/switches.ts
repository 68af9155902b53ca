import { TombstoneError } from '../../errors.js';
import type { ControlCall, ControlRoute } from './call.js';

/** A provider's switches. PUT sets those it names and answers with all. */
export const switchesRoute: ControlRoute = {
  path: '/switches/{provider}',
  methods: {
    GET: ({ mock, names: [provider = ''] }) => mock.switches.get(provider),
    PUT: (call) => {
      const [provider = ''] = call.names;
      call.mock.switches.set(provider, settings(call));
      return call.mock.switches.get(provider);
    },
  },
};

function settings({ body }: ControlCall): Readonly<Record<string, string>> {
  const entries = Object.entries(body()).map(([name, value]): [string, string] => {
    if (typeof value === 'string') return [name, value];
    throw new TombstoneError(
      'bad-call',
      `Switch "${name}" is set to ${JSON.stringify(value)}; one of its values, a string, is expected.`,
    );
  });
  return Object.fromEntries(entries);
}
