import { bundledModules } from '../../mocks/bundled.js';
import type { LoadedContract } from '../engine/loadedContract.js';
import { didYouMean, TombstoneError } from '../errors.js';
import { recordProperties } from '../language/recordProperties.js';
import { createMock } from '../mock/createMock.js';
import type { Mock, MockOptions } from '../mock/mock.js';
import { providerAddresses } from './addresses.js';
import { createDatabase } from './database.js';
import { createDataStore, type DataStore } from './dataStore.js';
import { createDeletions } from './deletions.js';
import { explainExchange, findExchange } from './explain.js';
import { remember } from './liveProviders.js';
import type { MockedProvider, ProviderName, ProviderOptions } from './mockedProvider.js';
import { loadPeers, type Peers } from './peers.js';
import { createRecordModel } from './recordModel.js';
import { createResolver, type Unanswered } from './resolver.js';

/**
 * Puts a provider into the test process, for msw to answer with: a sandbox of its own, every time.
 *
 * @param provider a bundled provider by its name, or a contract that `loadContract` gave
 * @throws TombstoneError `unknown-provider`, `peer-missing`, `bad-base-url`, and what `createMock` throws
 */
export function mockProvider<Provider extends ProviderName>(
  provider: Provider,
  options?: ProviderOptions<Provider>,
): Promise<MockedProvider<Provider>>;
export function mockProvider<Provider extends string = string>(
  contract: LoadedContract,
  options?: ProviderOptions<Provider>,
): Promise<MockedProvider<Provider>>;
export async function mockProvider(
  given: string | LoadedContract,
  options: ProviderOptions = {},
): Promise<MockedProvider> {
  const [contract, peers] = await Promise.all([typeof given === 'string' ? bundled(given) : given, loadPeers()]);
  return mockedProvider(contract, peers, options);
}

async function bundled(name: string): Promise<LoadedContract> {
  const known = Object.keys(bundledModules);
  if (Object.hasOwn(bundledModules, name)) return (await bundledModules[name as ProviderName]()).default;
  const message = `There is no provider "${name}"; bundled are ${known.join(', ')}.${didYouMean(name, known)} For a contract of your own, give what loadContract gives.`;
  throw new TombstoneError('unknown-provider', message);
}

function mockedProvider(contract: LoadedContract, peers: Peers, options: ProviderOptions): MockedProvider {
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
  const resolver = createResolver({ ...doorOf(mock), handle }, addresses, unknownRequest, (request) =>
    unanswered.push(request),
  );
  const exchange: MockedProvider['exchange'] = (answer = {}) => findExchange(mock.journal.list(), answer);

  const mocked: MockedProvider = {
    provider: id,
    handlers: [peers.msw.http.all(addresses.pattern, resolver)],
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
