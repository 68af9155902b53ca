import type { CaseResult } from '../conformance/index.js';

/** Why a case failed, as the message of a test: what was required, expected and seen, and the exchanges. */
export function verdictText({ title, message, checks, sources, exchanges }: CaseResult): string {
  const failed = checks.filter(({ verdict }) => verdict === 'fail');
  return [
    title,
    ...(message === undefined ? [] : [message]),
    ...failed.flatMap(({ slug, requirement, expected, observed }) => [
      '',
      `${slug}: ${requirement}`,
      `  expected ${expected}`,
      `  observed ${observed}`,
    ]),
    '',
    ...exchanges.map(
      ({ request, response }) =>
        `${request.method} ${request.target} → ${response.status || 'no answer'}${response.body === undefined ? '' : ` ${response.body}`}`,
    ),
    ...sources.map((source) =>
      `${source.title}${source.place ? `, "${source.place}"` : ''} ${source.url ?? ''}`.trim(),
    ),
  ].join('\n');
}
