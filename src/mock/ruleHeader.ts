import type { ReplyHeaders } from '../engine/contract.js';
import type { ExchangeFacts } from './journal.js';

type ShowRule = (headers: ReplyHeaders, facts: ExchangeFacts) => ReplyHeaders;

/** Makes what adds the rule that decided, and the faults that struck, to an answer's headers, where that is `shown`. */
export function createRuleHeader(shown: boolean): ShowRule {
  if (!shown) return (headers) => headers;
  // Headers that never change are one object per row; what is made of it is kept with it.
  const known = new WeakMap<ReplyHeaders, { readonly rule: string; readonly headers: ReplyHeaders }>();
  return (headers, { rule, fault }) => {
    if (fault) return { ...headers, ...(rule === undefined ? {} : ruleHeader(rule)), ...faultHeader(fault.ids) };
    if (rule === undefined) return headers;
    const last = known.get(headers);
    if (last?.rule === rule) return last.headers;
    const made = Object.freeze({ ...headers, ...ruleHeader(rule) });
    if (Object.isFrozen(headers)) known.set(headers, { rule, headers: made });
    return made;
  };
}

function ruleHeader(rule: string): ReplyHeaders {
  return { 'x-tombstone-rule': rule };
}

function faultHeader(ids: readonly string[]): ReplyHeaders {
  return { 'x-tombstone-fault': ids.join(', ') };
}
