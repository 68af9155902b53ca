import { expect } from 'vitest';
import { type deriveCases, setStage } from '../../../../src/conformance/index.js';
import { createResponseValidator } from '../../../../src/conformance/validateResponse.js';
import { linkLoaded } from '../../../../src/engine/linkLoaded.js';
import type { LoadedContract } from '../../../../src/engine/loadedContract.js';
import { buildRequest } from '../../../../src/request/buildRequest.js';
import { signRequest } from '../../../../src/request/signRequest.js';
import type { Door } from './door.js';

type RuleCase = ReturnType<typeof deriveCases>[number];

/** Makes what takes a door through one case of a rule: the same statements for every door. */
export function ruleWalker(contract: LoadedContract): (door: Door, one: RuleCase) => Promise<void> {
  const { id: provider, document } = contract.compiled;
  const linked = linkLoaded(contract);
  const validate = createResponseValidator(document);

  return async ({ mock, host, send }, one) => {
    mock.reset();
    setStage(mock, provider, one.stage);
    const before = mock.exportState().providers;
    const built = buildRequest(document, one.operation, one.stage.request);
    const request = signRequest(linked, one.operation, { ...built, headers: { host, ...built.headers } }, Date.now());
    const response = await send(request);

    expect(response.rule, mock.journal.list().at(-1)?.explanation).toBe(one.rule);
    expect(response.status).toBe(one.expect.status);
    const undeclared = `status ${response.status} is not among the operation's responses`;
    // What a provider does not document is not in its document either; everything else has to be.
    const allowed = one.basis.status === 'documented' ? [] : [[undeclared]];
    expect([[], ...allowed]).toContainEqual(validate(one.operation, response));
    if (response.status === 204) expect(response.body).toBe('');
    if (response.status >= 400)
      expect(mock.exportState().providers, 'a refused request changes nothing').toEqual(before);
    if (one.stage.own && one.expect.own !== 'never there') {
      const record = mock.records.get({ provider, ...one.stage.own });
      expect(record === undefined ? 'gone' : 'kept').toBe(one.expect.own);
    }
  };
}
