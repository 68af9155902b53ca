import { TombstoneError } from '../errors.js';
import type { MockedProvider } from '../msw/mockedProvider.js';
import { currentScope } from './testScope.js';

/** A provider that answers in this process, for one test. */
export interface Answering {
  readonly mocked: MockedProvider;
  /** The requests that might have been for it, and could not be told from those of another test. */
  readonly doubtful: TombstoneError[];
}

let answering: readonly Answering[] = [];

/** Counts it among those that answer, until it is ended. */
export function startAnswering(mocked: MockedProvider): Answering {
  const entry: Answering = { mocked, doubtful: [] };
  answering = [...answering, entry];
  return entry;
}

export function endAnswering(entry: Answering): void {
  answering = answering.filter((each) => each !== entry);
}

export function answers(mocked: MockedProvider | undefined): boolean {
  return answering.some((each) => each.mocked === mocked);
}

/**
 * Whether the request that is being answered comes from the test of that provider.
 *
 * @throws TombstoneError `late-request`, `handlers-twice`
 */
export function isMeantFor(mocked: MockedProvider): boolean {
  const candidates = answering.filter(({ mocked: { provider } }) => provider === mocked.provider);
  const own = currentScope()?.get(mocked.provider);
  // Not left to the next handler, behind which is the network.
  if (candidates.length === 0 || (own && !answers(own))) throw late(mocked.provider);
  if (own) return own === mocked;
  if (candidates.length === 1) return answers(mocked);
  const error = untold(mocked.provider);
  for (const { doubtful } of candidates) doubtful.push(error);
  throw error;
}

function late(provider: string): TombstoneError {
  const message = `A request to ${provider} came after the test that used it had ended. It was neither answered nor sent to the network. Wait in a test for everything it starts.`;
  return new TombstoneError('late-request', message);
}

function untold(provider: string): TombstoneError {
  const message = `Several tests use ${provider} at the same time, and nothing says which of them a request comes from. Send it from the test or its hooks, with a fixture that was made while this test file was read (with \`isolate: false\`, in the file itself); or run these tests one after the other.`;
  return new TombstoneError('handlers-twice', message);
}
