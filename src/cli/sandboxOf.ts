import { bundledContracts, loadContract } from '../contract/loadContract.js';
import { createMock } from '../mock/createMock.js';
import type { AuthMode, Mock, Pace } from '../mock/mock.js';
import { readFixtureFile } from './fixtureFile.js';
import { wholeNumber } from './wholeNumber.js';

/** What a command was told of the sandbox it is to make. */
export interface SandboxSettings {
  readonly auth?: AuthMode;
  readonly pace?: Pace;
  readonly fixtures?: string;
  readonly seed?: string;
}

/** Makes a sandbox of some providers, or of all that are bundled; a credential of the right kind is enough for it. */
export async function sandboxOf(providers: readonly string[], settings: SandboxSettings): Promise<Mock> {
  const { auth = 'any', pace = 'real', fixtures: file } = settings;
  const seed = wholeNumber('seed', settings.seed);
  const names = providers.length === 0 ? bundledContracts() : [...new Set(providers)];
  const contracts = await Promise.all(names.map(loadContract));
  const compiled = contracts.map((contract) => contract.compiled);
  const fixtures = file === undefined ? undefined : readFixtureFile(file, compiled);
  return createMock(contracts, { auth, pace, ...(fixtures && { fixtures }), ...(seed !== undefined && { seed }) });
}
