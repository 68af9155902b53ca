import type { ReportWord } from '../../language/lifecycle.js';
import type { Exchange } from '../../mock/mock.js';
import type { ContractKnowledge } from '../know/contractKnowledge.js';
import { type Level, levelOf } from '../result.js';
import { isFinal } from '../run/attribute.js';
import type { StepEvidence } from './evidence.js';

/** What a client may say after the answers it got, and how binding that is. Without words it may say what is true. */
export interface AllowedWords {
  readonly words: readonly ReportWord[];
  readonly level: Level;
}

const nothing: AllowedWords = { words: [], level: 'may' };

/**
 * The words that the answers of a step allow. They follow from what the client was really answered, so a client that
 * tries again, one that looks again and one that does neither are all judged by what they know.
 */
export function allowedWords(known: ContractKnowledge, step: StepEvidence): AllowedWords {
  const { exchanges, calls, answer, existedBeforeAnswer, subject, standsFor } = step;
  if (!answer) return nothing;
  const own = wordsAfter(known, answer, subject !== undefined && !existedBeforeAnswer, standsFor);
  const words = [...own.words];
  const isUncertain = (call: Exchange) => !isFinal(call) && call.response.status !== 429;
  // An earlier call may have had its effect: that there is nothing now can be its doing.
  if (calls.some((call) => call.seq < answer.seq && isUncertain(call)) && words.includes('absent'))
    words.push('deleted', 'unknown');
  // Who was left without an answer and looked again knows what it saw.
  if (isUncertain(answer) && exchanges.some(({ seq }) => seq > answer.seq)) words.push('deleted', 'absent', 'failed');
  return { ...own, words: [...new Set(words)] };
}

/**
 * The words that one answer allows.
 *
 * @param absent there was no such record before
 * @param standsFor the rule that an answer of a fault was taken from
 */
export function wordsAfter(
  known: ContractKnowledge,
  exchange: Exchange,
  absent: boolean,
  standsFor?: string,
): AllowedWords {
  const { fault, response } = exchange;
  if (response.status === 0) return { words: ['unknown'], level: 'must' };
  const rule = exchange.rule ?? (fault && 'status' in fault && fault.status < 500 ? standsFor : undefined);
  const row = rule === undefined ? undefined : known.ruleOf(rule);
  const own: AllowedWords = row ? { words: row.words(absent), level: levelOf(row.basis.effect) } : nothing;
  // Without a body nothing tells a refusal because of the state from one because of the request.
  if (!fault && isVague(response)) return { ...own, words: own.words.length > 0 ? [...own.words, 'unknown'] : [] };
  // The head of the answer came: a client may believe it, or trust nothing that was cut.
  if (fault && 'truncate' in fault) return { ...own, words: own.words.length > 0 ? [...own.words, 'unknown'] : [] };
  if (!fault || !('status' in fault)) return own;
  if (fault.status === 429) return { words: ['throttled'], level: 'must' };
  // What a gateway answers says nothing of whether the service was reached.
  if (fault.status > 500) return { words: ['failed', 'unknown'], level: 'must' };
  return fault.status === 500 ? { words: ['failed'], level: 'must' } : own;
}

function isVague({ status, body }: Exchange['response']): boolean {
  return [400, 409, 422].includes(status) && body === undefined;
}
