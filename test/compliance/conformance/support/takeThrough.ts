import { createClient, type Defect } from '../../../../conformance/clients/clientKit.js';
import { clients } from '../../../../conformance/clients/index.js';
import type { Case } from '../../../../src/conformance/case.js';
import type { Adapter } from '../../../../src/conformance/index.js';
import type { ContractKnowledge } from '../../../../src/conformance/know/contractKnowledge.js';
import type { Outcome, RunMessage } from '../../../../src/conformance/protocol/messages.js';
import type { CaseResult } from '../../../../src/conformance/result.js';
import { runSuite } from '../../../../src/conformance/run/runSuite.js';
import type { CasePlace, Rung } from '../../../../src/conformance/rung.js';

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
  const adapter = createClient(description, 'reference', defect);
  const rung: Rung = {
    name: 'in-process',
    client: adapter,
    capabilities: ['*'],
    concurrency: 1,
    run: async (message, place) => ({ type: 'result', outcomes: await outcomesOf(adapter, message, place, defect) }),
    close: async () => {},
  };
  const { results } = await runSuite(cases, new Map([[provider, known]]), {
    rung,
    seed: 1,
    timeout: 10_000,
    openPlace: async () => ({ origin: 'http://tombstone.test', async [Symbol.asyncDispose]() {} }),
    replay: (id) => id,
  });
  return results;
}

async function outcomesOf(
  adapter: Adapter,
  { provider, baseUrl, credentials, do: steps }: RunMessage,
  { fetch, signal }: CasePlace,
  { calls = steps.length }: { readonly calls?: number },
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const step of steps.slice(0, calls)) {
    const outcome = await adapter.run(step, { provider, baseUrl, fetch, credentials, signal });
    if ('unsupported' in outcome) throw new Error(outcome.unsupported);
    outcomes.push(outcome);
  }
  return outcomes;
}
