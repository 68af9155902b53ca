import type { CompiledContract } from '../language/compiledContract.js';
import type { Citation } from '../language/lifecycle.js';
import type { CaseResult } from './runCase.js';

/** A case's result for a person: one line where it passed; the requirement, its source, what was seen and the exchanges where not. */
export function describeResult(result: CaseResult, compiled: CompiledContract): string {
  const { case: derived, client, checks, exchanges } = result;
  if (result.verdict === 'pass') return `pass  ${derived.id}  (${client}: ${checks.length} checks)`;
  const failed = checks.filter(({ verdict }) => verdict !== 'pass');
  return [
    `${result.verdict}  ${derived.id}  (${client})`,
    ...(result.error === undefined ? [] : [`  ${result.error}`]),
    ...failed.flatMap(({ slug, requirement, message }) => [
      `  ${slug}`,
      `    required: ${requirement}`,
      `    seen:     ${message}`,
    ]),
    `  rule:     ${derived.rule}, ${derived.basis.effect}${sourceText(derived.citations, compiled)}`,
    ...exchanges.map(
      ({ seq, request, response }) =>
        `  exchange ${seq}: ${request.method} ${request.target} → ${response.status}${response.body === undefined ? '' : ` ${response.body}`}`,
    ),
  ].join('\n');
}

function sourceText(citations: readonly Citation[], { lifecycle }: CompiledContract): string {
  const texts = citations.map(({ source, place }) => {
    const known = lifecycle.sources[source];
    return `"${known?.title ?? source}"${place === undefined ? '' : `, ${place}`}${known?.url === undefined ? '' : ` <${known.url}>`}`;
  });
  return texts.length === 0 ? '' : `: ${texts.join('; ')}`;
}
