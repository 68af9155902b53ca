import type { Strike } from '../../mock/faults/fault.js';
import type { ReportedExchange, ReportedMessage } from '../result.js';
import type { TrackedExchange } from './trackWorld.js';

/** An exchange as a report shows it. */
export function reportedExchange(exchange: TrackedExchange, began: number): ReportedExchange {
  const { request, response, operation, rule, explanation, fault, moment } = exchange;
  return {
    ms: Math.max(0, Math.round(moment - began)),
    request: { method: request.method, target: request.target, ...message(request) },
    response: { status: response.status, ...message(response) },
    ...(operation === undefined ? {} : { operation }),
    ...(rule === undefined ? {} : { rule }),
    ...(explanation === undefined ? {} : { explanation }),
    ...(fault === undefined ? {} : { fault: faultText(fault) }),
  };
}

function message({ headers, body }: ReportedMessage): ReportedMessage {
  return { headers, ...(body === undefined ? {} : { body }) };
}

/** What a fault did to a call, in words. */
function faultText(strike: Strike): string {
  if ('status' in strike) return `answered ${strike.status} in its place`;
  if ('reset' in strike) return `connection reset ${strike.reset} the effect`;
  if ('truncate' in strike) return 'response cut off';
  return 'loseResponse' in strike ? 'response lost' : 'late';
}
