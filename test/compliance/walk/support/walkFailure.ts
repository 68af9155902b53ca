import { expect } from 'vitest';
import { type FailureCase, failureRequest, setStage } from '../../../../src/conformance/index.js';
import { createResponseValidator } from '../../../../src/conformance/validateResponse.js';
import { linkLoaded } from '../../../../src/engine/linkLoaded.js';
import type { LoadedContract } from '../../../../src/engine/loadedContract.js';
import type { Door } from './door.js';

/** Makes what takes a door through one case of a failure: the same statements for every door. */
export function failureWalker(contract: LoadedContract): (door: Door, one: FailureCase) => Promise<void> {
  const { id, document } = contract.compiled;
  const linked = linkLoaded(contract);
  const validate = createResponseValidator(document);

  return async ({ mock, host, send }, one) => {
    mock.reset();
    setStage(mock, id, one.stage);
    if (one.fault) mock.faults.once(`${id}/${one.sends.operation}`, one.fault);
    const before = mock.exportState().providers;
    const response = await send(failureRequest(linked, one.sends, host, Date.now()));

    expect(response.rule, mock.journal.list().at(-1)?.explanation).toBe(one.expect.rule);
    expect(response.status).toBe(one.expect.status);
    if (one.expect.refused) expect(mock.exportState().providers, 'a refused request changes nothing').toEqual(before);
    if (one.expect.refused) expect(response.body).toMatch(written(one.expect.example));
    if (one.fault?.retryAfter !== undefined) expect(response.retryAfter).toBe(String(one.fault.retryAfter));
    if (one.operation === undefined) return;
    const undeclared = `status ${response.status} is not among the operation's responses`;
    // What a provider does not document is not in its document either; everything else has to be.
    const allowed = one.basis.status === 'documented' ? [] : [[undeclared]];
    expect([[], ...allowed]).toContainEqual(validate(one.operation, response));
  };
}

/** The bodies an example stands for: each `{$…}` is one text, whatever it says. */
function written(example: unknown): RegExp {
  const text = example === undefined ? '' : JSON.stringify(example);
  const pieces = text.split(/\{\$[^{}]+\}/).map((piece) => piece.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${pieces.join('(?:[^"\\\\{]|\\\\.)*')}$`);
}
