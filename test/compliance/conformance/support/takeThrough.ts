import { createClient, type Defect } from '../../../../conformance/clients/clientKit.js';
import { clients } from '../../../../conformance/clients/index.js';
import type { Case } from '../../../../src/conformance/case.js';
import type { ContractKnowledge } from '../../../../src/conformance/know/contractKnowledge.js';
import { openNothing } from '../../../../src/conformance/places.js';
import type { CaseResult } from '../../../../src/conformance/result.js';
import { runSuite } from '../../../../src/conformance/run/runSuite.js';
import { inProcessRung } from '../../../../src/conformance/rungs/inProcess.js';

/** What is wrong with a client; `calls`: it makes so many of a case's calls and leaves the others out. */
export type ClientDefect = Defect & { readonly calls?: number };

/** Takes a provider's reference client, right or with a defect, through cases in this process. */
export async function takeThrough(
  cases: readonly Case[],
  known: ContractKnowledge,
  defect: ClientDefect = {},
): Promise<readonly CaseResult[]> {
  const provider = known.contract.compiled.id;
  const description = clients[provider];
  if (!description) throw new Error(`no reference client for ${provider}`);
  const whole = inProcessRung(createClient(description, 'reference', defect));
  const rung: typeof whole = {
    ...whole,
    run: (message, place) => whole.run({ ...message, do: message.do.slice(0, defect.calls) }, place),
  };
  const { results } = await runSuite(cases, new Map([[provider, known]]), {
    rung,
    world: { seed: 1, auth: 'verify' },
    timeout: 10_000,
    openPlace: openNothing,
    replay: (id) => id,
  });
  return results;
}
