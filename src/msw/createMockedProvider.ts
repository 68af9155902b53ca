import type { LoadedContract } from '../engine/loadedContract.js';
import { TombstoneError } from '../errors.js';
import { recordProperties } from '../language/recordProperties.js';
import { createMock } from '../mock/createMock.js';
import type { Mock, MockOptions } from '../mock/mock.js';
import { providerAddresses } from './addresses.js';
import { createDatabase } from './database.js';
import { createDataStore, type DataStore } from './dataStore.js';
import { createDeletions } from './deletions.js';
import { explainExchange, findExchange } from './explain.js';
import { createHandlerList } from './handlerList.js';
import { remember } from './liveProviders.js';
import type { MockedProvider, ProviderOptions } from './mockedProvider.js';
import type { Peers } from './peers.js';
import { createRecordModel } from './recordModel.js';
import { createResolver, type IsMeant, type Unanswered } from './resolver.js';

/** A sandbox of one contract behind a handler for msw. `isMeant` says which of the requests to its URLs are for it. */
export function createMockedProvider(
  contract: LoadedContract,
  peers: Peers,
  options: ProviderOptions,
  isMeant: IsMeant,
): MockedProvider {
  const { compiled } = contract;
  const { id } = compiled;
  const { fixtures, switches, baseUrl = [], unknownRequest = 'fail', ...rest } = options;
  const resources = Object.keys(compiled.lifecycle.resources);
  const fields = Object.fromEntries(resources.map((name) => [name, [...recordProperties(compiled, name).keys()]]));
  let store: DataStore | undefined;
  let replacing = false;
  const deletions = createDeletions(() => mock.journal.last);
  const settings: MockOptions = {
    ...rest,
    ...(fixtures === undefined ? {} : { fixtures: { [id]: fixtures } }),
    ...(switches === undefined ? {} : { switches: { [id]: switches } }),
    store(_, shape) {
      const made = deletions.watch(createDataStore(peers.data, shape, fields));
      // Further sandboxes are made by the same options; their records are not those of this one.
      if (store === undefined || replacing) store = made;
      return made;
    },
  };
  const mock: Mock = createMock([contract], settings);
  const replaceContract: Mock['replaceContract'] = (loaded) => {
    const before = store;
    replacing = true;
    try {
      return mock.replaceContract(loaded);
    } catch (error) {
      store = before;
      throw error;
    } finally {
      replacing = false;
    }
  };
  const [about] = mock.providers();
  const models = (about?.resources ?? []).map(({ id: resource, partition }) => {
    const lookup = () => store?.model(resource);
    const source = { mock, provider: id, resource, partition, fields: fields[resource] ?? [], lookup };
    return [resource, createRecordModel(source)] as const;
  });

  const unanswered: Unanswered[] = [];
  const addresses = providerAddresses(about?.hosts ?? [], about?.basePath ?? '', [baseUrl].flat());
  const handle: Mock['handle'] = (request) => deletions.during(() => mock.handle(request));
  const resolver = createResolver({ ...doorOf(mock), handle }, addresses, {
    unknownRequest,
    isMeant,
    note: (request) => unanswered.push(request),
  });
  const exchange: MockedProvider['exchange'] = (answer = {}) => findExchange(mock.journal.list(), answer);

  const mocked: MockedProvider = {
    provider: id,
    handlers: createHandlerList(id, addresses.pattern, peers.msw.http.all(addresses.pattern, resolver)),
    db: createDatabase(id, Object.fromEntries(models)) as MockedProvider['db'],
    clock: mock.clock,
    journal: mock.journal,
    records: mock.records,
    faults: faultsOf(mock, id),
    switches: {
      get: () => mock.switches.get(id),
      set: (values) => mock.switches.set(id, values),
    },
    unanswered,
    reset() {
      mock.reset();
      unanswered.length = 0;
      deletions.clear();
    },
    exchange,
    deletedBy(resource, key) {
      const seq = deletions.exchangeOf(resource, key);
      return seq === undefined ? undefined : mock.journal.list(seq - 1, 1)[0];
    },
    explain(answer) {
      const found = exchange(answer);
      if (found) return explainExchange(compiled, found);
      const message = `No exchange of ${id} has that answer; the journal holds ${mock.journal.list().length}.`;
      throw new TombstoneError('unknown-exchange', message);
    },
    mock: Object.create(mock, { replaceContract: { value: replaceContract, enumerable: true } }) as Mock,
  };
  remember(mocked);
  return mocked;
}

/** What a resolver needs of a sandbox besides what answers. */
function doorOf({ journal, bodyLimit }: Mock): Pick<Mock, 'journal' | 'bodyLimit'> {
  return { journal, bodyLimit };
}

/** An operation may be named without its provider: there is only one. */
function faultsOf({ faults }: Mock, provider: string): MockedProvider['faults'] {
  const whole = (operation: string) =>
    operation === '*' || operation.includes('/') ? operation : `${provider}/${operation}`;
  return {
    ...faults,
    add: (setting) => faults.add({ ...setting, operation: whole(setting.operation) }),
    once: (operation, fault) => faults.once(whole(operation), fault),
  };
}
