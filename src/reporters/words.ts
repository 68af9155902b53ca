import type { CaseVerdict, ExitStatus } from '../conformance/index.js';

/** What became of a case, as a participle: `3 failed`. */
export const verdictWords: Readonly<Record<CaseVerdict, string>> = {
  pass: 'passed',
  fail: 'failed',
  unsupported: 'unsupported',
  error: 'not judged',
  warn: 'with a warning',
  info: 'with a note',
};

/** A sign for each, for where colour alone would have to say it. */
export const verdictSigns: Readonly<Record<CaseVerdict, string>> = {
  pass: '✓',
  fail: '✗',
  unsupported: '∅',
  error: '‼',
  warn: '!',
  info: 'i',
};

/** What an exit status says of the client. */
export const exitMeanings: Readonly<Record<ExitStatus, string>> = {
  0: 'The client conforms (exit status 0).',
  1: 'The client does not conform: there is an unexpected failure, or the baseline is out of date (exit status 1).',
  2: 'Nothing was judged (exit status 2).',
  3: 'There is no verdict: the adapter or the harness broke (exit status 3).',
};

/** `1 case`, `2 cases`. */
export function count(number: number, thing: string): string {
  return `${number} ${thing}${number === 1 ? '' : 's'}`;
}
