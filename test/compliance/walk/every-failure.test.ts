import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deriveFailureCases, type FailureCase, unreachedFailures } from '../../../src/conformance/index.js';
import { bundledContracts, loadContract } from '../../../src/contract/loadContract.js';
import type { Door } from './support/door.js';
import { openHttpDoor } from './support/httpDoor.js';
import { failureWalker } from './support/walkFailure.js';

const fixtures = ['parcels', 'vendor-task', 'vendor-indexed-asset'].map((name) => `test/fixtures/contracts/${name}`);
const walked = [...bundledContracts(), ...fixtures];

/** Every way to have every operation refused before its decision, over a real socket. */
describe.each(walked)('every failure of %s is answered over HTTP as its table and document say', async (provider) => {
  const contract = await loadContract(provider);
  const { id } = contract.compiled;
  const cases = deriveFailureCases(contract, { every: true });
  const walk = failureWalker(contract);
  const doors = new Map<number | undefined, Door>();
  beforeAll(async () => {
    const fixtures = { [id]: {} };
    for (const bodyLimit of new Set(cases.map((one) => one.bodyLimit))) {
      const limit = bodyLimit === undefined ? {} : { bodyLimit };
      doors.set(bodyLimit, await openHttpDoor({ providers: [provider], fixtures, ...limit }));
    }
  });
  afterAll(async () => {
    for (const door of doors.values()) await door.close();
  });

  it.each(cases.map((one) => [one.id, one] as const))('%s', (_, one) => walk(doorFor(one), one));

  it('meets every operation', () => {
    const met = new Set(cases.map(({ operation }) => operation));
    expect(Object.keys(contract.compiled.lifecycle.operations).filter((operation) => !met.has(operation))).toEqual([]);
  });

  it('meets every way a credential can be bad', () => {
    const causes = new Set(cases.flatMap(({ situation }) => situation.cause ?? []));
    expect([...causes].sort()).toEqual(badCredentials[id]);
  });

  it('has no two cases of one name', () => {
    expect(new Set(cases.map((one) => one.id)).size).toBe(cases.length);
  });

  it('leaves no row without a case, but those that nothing can reach', () => {
    expect(unreachedFailures(contract.compiled, deriveFailureCases(contract))).toEqual(
      (unreachable[id] ?? []).map((rule) => ({ rule, reason: noPermissions })),
    );
  });

  function doorFor({ bodyLimit }: FailureCase): Door {
    const door = doors.get(bodyLimit);
    if (!door) throw new Error(`no server takes bodies up to ${bodyLimit}`);
    return door;
  }
});

const noPermissions =
  'The mock keeps no permissions: a credential may do everything, except in the project of another.';

const signedInProject = ['expired', 'key', 'malformed', 'none', 'partition', 'signature', 'unsupported'];

/** Written down, because a scheme that stopped to refuse something would only have fewer cases. */
const badCredentials: Readonly<Record<string, readonly string[]>> = {
  twelvelabs: ['key', 'none'],
  'huawei-mpc': signedInProject,
  'huawei-modelarts': signedInProject,
  'naver-nclue': ['expired', 'key', 'malformed', 'none', 'signature'],
  parcels: ['key', 'none'],
  'vendor-task': ['key', 'none'],
  'vendor-indexed-asset': ['key', 'none'],
};

/** The failure rows that have no case. */
const unreachable: Readonly<Record<string, readonly string[]>> = {
  twelvelabs: ['twelvelabs/forbidden'],
  'huawei-mpc': ['huawei-mpc/not-authorized'],
  'huawei-modelarts': ['huawei-modelarts/not-authorized'],
  'naver-nclue': ['naver-nclue/denied'],
  parcels: ['parcels/forbidden'],
};
