import type { CaseResult, RunReport } from '../../conformance/index.js';
import { distinctNames } from '../clientText.js';
import { operationOf } from '../operationOf.js';
import { exitMeanings } from '../words.js';
import { junitCase, type Tally, tallyOf } from './junitCase.js';
import { xmlElement, xmlText } from './xml.js';

/** Runs as JUnit XML, as CI systems read it: a suite for each operation, a test case for each case. */
export function junitXml(reports: readonly RunReport[]): string {
  const names = distinctNames(reports);
  const suites = reports.flatMap((report, index) => suitesOf(report, names[index] ?? ''));
  const total = sum(suites.map(({ tally }) => tally));
  const time = reports.reduce((seconds, { durationMs }) => seconds + durationMs / 1000, 0);
  const attributes = { name: 'tombstone', ...total, time: time.toFixed(3) };
  const content = suites.map(({ text }) => `\n${text}`).join('');
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xmlElement('testsuites', attributes, `${content}\n`)}`;
}

interface Suite {
  readonly tally: Tally;
  readonly text: string;
}

function suitesOf(report: RunReport, client: string): readonly Suite[] {
  const groups = new Map<string, CaseResult[]>();
  for (const one of report.cases) {
    const name = `${one.provider}/${operationOf(one)}`;
    const group = groups.get(name) ?? [];
    groups.set(name, group);
    group.push(one);
  }
  const suites = [...groups].map(([name, cases]) => suiteOf(`${client}: ${name}`, cases, report));
  return [...suites, ...runItself(report, client)];
}

function suiteOf(name: string, cases: readonly CaseResult[], { startedAt }: RunReport): Suite {
  const tally = sum(cases.map(tallyOf));
  const seconds = cases.reduce((total, { durationMs }) => total + durationMs / 1000, 0);
  const attributes = { name, ...tally, time: seconds.toFixed(3), timestamp: startedAt.replace(/(\.\d+)?Z$/, '') };
  const content = cases.map((one) => `\n${junitCase(one)}`).join('');
  return { tally, text: xmlElement('testsuite', attributes, `${content}\n`) };
}

/** What decided besides the cases; without it a run that judged nothing would look as if all was well. */
function runItself({ problems, exitStatus }: RunReport, client: string): readonly Suite[] {
  if (problems.length === 0 && exitStatus < 2) return [];
  const isFailure = exitStatus === 1;
  const isPassed = exitStatus === 0;
  const details = [...problems, exitMeanings[exitStatus]].join('\n');
  const element = isPassed ? 'system-out' : isFailure ? 'failure' : 'error';
  const attributes = isPassed
    ? {}
    : { message: problems[0] ?? exitMeanings[exitStatus], type: `exit-status-${exitStatus}` };
  const name = `${client}: the run itself`;
  const tally = { tests: 1, failures: isFailure ? 1 : 0, errors: isPassed || isFailure ? 0 : 1, skipped: 0 };
  const inside = xmlElement(element, attributes, xmlText(details));
  const testcase = xmlElement(
    'testcase',
    { classname: 'run', name: 'the run is judged', time: '0.000' },
    `\n${inside}\n`,
  );
  return [{ tally, text: xmlElement('testsuite', { name, ...tally, time: '0.000' }, `\n${testcase}\n`) }];
}

function sum(tallies: readonly Tally[]): Tally {
  const add = (name: keyof Tally) => tallies.reduce((total, tally) => total + tally[name], 0);
  return { tests: add('tests'), failures: add('failures'), errors: add('errors'), skipped: add('skipped') };
}
