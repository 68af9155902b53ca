import type { CaseResult, Check } from '../../conformance/index.js';
import { plain } from '../../report/paint.js';
import { operationOf } from '../operationOf.js';
import { caseText } from '../pretty/caseText.js';
import { xmlElement, xmlText } from './xml.js';

/** How many test cases came to what, as a suite says it in its attributes. */
export interface Tally {
  readonly tests: number;
  readonly failures: number;
  readonly errors: number;
  readonly skipped: number;
}

type Kind = 'passed' | 'failure' | 'error' | 'skipped';

/** JUnit knows four results. What a baseline expects must not turn a build red, and is skipped; what is out of date must. */
function kindOf({ verdict, standing }: CaseResult): Kind {
  if (standing === 'stale') return 'failure';
  if (verdict === 'error') return 'error';
  if (verdict === 'unsupported') return 'skipped';
  if (verdict !== 'fail') return 'passed';
  return standing === undefined ? 'failure' : 'skipped';
}

export function tallyOf(result: CaseResult): Tally {
  const kind = kindOf(result);
  return {
    tests: 1,
    failures: kind === 'failure' ? 1 : 0,
    errors: kind === 'error' ? 1 : 0,
    skipped: kind === 'skipped' ? 1 : 0,
  };
}

/** One case as a `testcase`. */
export function junitCase(result: CaseResult): string {
  const { id, title, provider, durationMs, output } = result;
  const attributes = {
    classname: `${provider}.${operationOf(result)}`,
    name: `${id}: ${title}`,
    time: (durationMs / 1000).toFixed(3),
  };
  const parts = [
    verdictElement(result),
    remarksElement(result),
    output && xmlElement('system-err', {}, xmlText(output.stderr)),
  ].filter((part) => part !== undefined && part !== '');
  return xmlElement('testcase', attributes, parts.map((part) => `\n${part}`).join('') + (parts.length > 0 ? '\n' : ''));
}

function verdictElement(result: CaseResult): string | undefined {
  const { message, issue, standing, checks } = result;
  const failed = checks.filter(({ verdict }) => verdict === 'fail');
  const details = [...failed.map(checkText), ...(message === undefined ? [] : [message]), '', caseText(result, plain)];
  switch (kindOf(result)) {
    case 'failure':
      return xmlElement(
        'failure',
        { message: failureMessage(result, failed), type: failed[0]?.slug ?? 'stale-baseline-entry' },
        xmlText(details.join('\n')),
      );
    case 'error':
      return xmlElement('error', { message: message ?? 'not judged', type: 'not-judged' }, xmlText(details.join('\n')));
    case 'skipped': {
      const why =
        standing === undefined
          ? `unsupported: ${message ?? 'no reason was given'}`
          : `${standing} by the baseline: ${slugs(failed)}`;
      return xmlElement('skipped', { message: issue === undefined ? why : `${why} (${issue})` }, '');
    }
    case 'passed':
      return undefined;
  }
}

function failureMessage({ standing }: CaseResult, failed: readonly Check[]): string {
  if (standing === 'stale')
    return `the baseline is out of date: it expects another failure than ${slugs(failed) || 'none'}`;
  return `${slugs(failed)}: ${failed[0]?.requirement ?? ''}`;
}

function slugs(checks: readonly Check[]): string {
  return checks.map(({ slug }) => slug).join(', ');
}

function checkText({ slug, level, judge, requirement, expected, observed }: Check): string {
  return [
    `${slug} (${level}, judged by the ${judge})`,
    `  ${requirement}`,
    ...(expected === undefined ? [] : [`  expected  ${expected}`]),
    ...(observed === undefined ? [] : [`  observed  ${observed}`]),
  ].join('\n');
}

/** What should hold, or may, and does not: no failure for JUnit, and not to be lost. */
function remarksElement({ checks, output }: CaseResult): string {
  const remarks = checks.filter(({ verdict }) => verdict === 'warn' || verdict === 'info');
  const text = [...remarks.map((check) => `${check.verdict}: ${checkText(check)}`), ...(output ? [output.stdout] : [])];
  return text.length === 0 ? '' : xmlElement('system-out', {}, xmlText(text.join('\n')));
}
