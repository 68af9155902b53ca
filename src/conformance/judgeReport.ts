import { levelOf } from './deriveCases.js';
import type { Check, Evidence } from './runCase.js';

/** What the client told its caller: the word the rule makes true, and never the opposite of what the server holds. */
export function judgeReport(evidence: Evidence): Check[] {
  return [...judgeWord(evidence), judgeTruth(evidence)];
}

function judgeWord({ case: derived, exchanges, report }: Evidence): Check[] {
  const { words } = derived.expect;
  const level = levelOf(derived.basis.effect);
  // What is only inferred about the provider binds no client: there it need only stay truthful.
  if (words.length === 0 || level === 'may') return [];
  const answer = exchanges.findLast(
    ({ operation }) => operation === `${derived.provider}/${derived.operation}`,
  )?.response;
  const seen = answer
    ? `The server answered ${answer.status}${answer.body === undefined ? ' without a body' : ` ${answer.body}`}`
    : 'The server was never asked';
  return [
    {
      slug: 'reports-the-outcome',
      requirement: `The client reports ${words.map((word) => `"${word}"`).join(' or ')}.`,
      ...(words.includes(report.outcome)
        ? { verdict: 'pass' }
        : {
            verdict: level === 'must' ? 'fail' : 'warn',
            message: `${seen}, and the client told its caller "${report.outcome}".`,
          }),
    },
  ];
}

/** The invariant over every case and fault. */
function judgeTruth({ case: derived, ownExists, report }: Evidence): Check {
  const saysGone = report.outcome === 'deleted' || report.outcome === 'absent';
  const { own } = derived.stage;
  const hadRecord = own !== undefined && derived.expect.own !== 'never there';
  const lie = hadRecord && ((saysGone && ownExists) || (report.outcome === 'refused' && !ownExists));
  const truth = ownExists ? 'still exists' : 'is gone';
  return {
    slug: 'tells-the-truth',
    requirement:
      'A client never says "deleted" or "absent" of a record that still exists, nor "refused" of one that is gone.',
    ...(lie
      ? { verdict: 'fail', message: `It said "${report.outcome}", but ${own?.resource} ${own?.key} ${truth}.` }
      : { verdict: 'pass' }),
  };
}
