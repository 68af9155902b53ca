import { TombstoneError } from '../../errors.js';
import type { RecordAddress, RecordFields } from '../../mock/mock.js';
import type { ControlCall, ControlRoute } from './call.js';

/** One record. Each call answers with the whole of it; DELETE with what it was. */
export const recordRoute: ControlRoute = {
  path: '/state/{provider}/{resource}/{key}',
  query: ['partition', 'enter'],
  methods: {
    GET: (call) => found(call, call.mock.records.get(addressOf(call))),
    PUT: (call) => call.mock.records.put(addressOf(call), call.body(), { enter: wantsEnter(call) }),
    PATCH: (call) => found(call, call.mock.records.patch(addressOf(call), call.body(), { enter: wantsEnter(call) })),
    DELETE: (call) => {
      const record = found(call, call.mock.records.get(addressOf(call)));
      call.mock.records.remove(addressOf(call));
      return record;
    },
  },
};

function addressOf({ names, query }: ControlCall): RecordAddress {
  const [provider = '', resource = '', key = ''] = names;
  const address = { provider, resource, key };
  return query['partition'] === undefined ? address : { ...address, partition: query['partition'] };
}

function wantsEnter({ query }: ControlCall): boolean {
  const enter = query['enter'] ?? 'false';
  if (enter === 'true' || enter === 'false') return enter === 'true';
  throw new TombstoneError('bad-call', `enter is "${enter}"; true or false is expected.`);
}

function found(call: ControlCall, record: RecordFields | undefined): RecordFields {
  if (record !== undefined) return record;
  const { provider, resource, key, partition } = addressOf(call);
  const where =
    partition === undefined ? 'the default partition; add ?partition= for another' : `partition "${partition}"`;
  throw new TombstoneError('unknown-record', `${provider} has no ${resource} "${key}" in ${where}.`);
}
