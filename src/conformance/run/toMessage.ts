import type { Case, CaseStep } from '../case.js';
import { flatParameters } from '../derive/parameters.js';
import type { GivenCredential, Json, RunMessage, Step } from '../protocol/messages.js';

/** A case as a client is told it. */
export function toMessage(
  { id, provider, steps }: Case,
  seq: number,
  baseUrl: string,
  credentials: Readonly<Record<string, GivenCredential>>,
): RunMessage {
  return { type: 'run', seq, case: id, provider, baseUrl, credentials, do: steps.map(toStep) };
}

/** One call as a client is told it. */
export function toStep({ operation, values, until }: CaseStep): Step {
  return {
    operation,
    parameters: flatParameters(values),
    ...(values.body === undefined ? {} : { body: values.body as Json }),
    ...(until === undefined ? {} : { until }),
  };
}
