import type { Adapter, ClientContext } from '../adapter.js';
import type { CheckMessage } from '../protocol/checkMessage.js';
import type { Outcome, RunMessage, RunReply, WithoutSeq } from '../protocol/messages.js';

/** Makes the calls of a case, one after the other; what the adapter throws is its fault. */
export async function takeThroughCase(
  adapter: Adapter,
  { provider, baseUrl, credentials, do: steps }: RunMessage,
  way: Pick<ClientContext, 'fetch' | 'signal'>,
  check: CheckMessage,
): Promise<WithoutSeq<RunReply>> {
  const outcomes: Outcome[] = [];
  for (const step of steps) {
    if (way.signal.aborted) break;
    try {
      const outcome = await adapter.run(step, { provider, baseUrl, credentials, ...way });
      if (outcome && 'unsupported' in outcome) {
        const { unsupported: reason, issue } = outcome;
        return { type: 'unsupported', reason, ...(issue === undefined ? {} : { issue }) };
      }
      const complaint = check('Outcome', outcome);
      if (complaint !== undefined) {
        return {
          type: 'fault',
          message: `Its outcome for ${step.operation} is not as the protocol has it: ${complaint}.`,
        };
      }
      outcomes.push(outcome);
    } catch (error) {
      return { type: 'fault', message: `It threw, calling ${step.operation}: ${stackOf(error)}` };
    }
  }
  return { type: 'result', outcomes };
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
