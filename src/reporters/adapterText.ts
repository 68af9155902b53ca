import type { AdapterReport } from '../conformance/check/checkAdapter.js';
import { columns } from '../report/columns.js';
import type { Paint } from '../report/paint.js';

/** What an adapter's check came to, for people: what does not hold first says what was seen. */
export function adapterText({ hello, findings }: AdapterReport, paint: Paint): string {
  const problems = findings.filter(({ problem }) => problem !== undefined).length;
  const rows = columns(
    findings.map(({ id, requirement, problem }) => [problem === undefined ? 'ok' : 'WRONG', id, requirement]),
    '  ',
  );
  const lines = findings.map(({ problem }, index) => {
    const row = rows[index] ?? '';
    if (problem === undefined) return row.replace('ok', paint.green('ok'));
    const first = findings.find((one) => one.problem === problem);
    const isNew = first === undefined || findings.indexOf(first) === index;
    const seen = isNew ? problem.replaceAll('\n', '\n         ') : `The same as ${first.id}.`;
    return `${row.replace('WRONG', paint.red('WRONG'))}\n         ${seen}`;
  });
  const count = `${findings.length - problems} of ${findings.length} hold`;
  const verdict = problems === 0 ? paint.green('It can be used.') : paint.red('It cannot be used yet.');
  return [...(hello ? [clientText(hello), ''] : []), ...lines, '', `${verdict} ${count}.`].join('\n');
}

function clientText({ client, capabilities = ['*'], concurrency = 1 }: NonNullable<AdapterReport['hello']>): string {
  const { name, version, language } = client;
  const called = [name, version, language === undefined ? '' : `(${language})`].filter(Boolean).join(' ');
  const many = concurrency === 1 ? 'one case' : `${concurrency} cases`;
  return `${called} takes ${many} at a time and calls ${capabilities.join(', ')}.`;
}
