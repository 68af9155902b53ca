import { describeBasis } from './basis.js';
import { citationText } from './citation.js';
import type { ExplainedRule, ExplainedSwitch } from './explainedRule.js';
import { labelled } from './labelled.js';
import { operationLine, type ReportedOperation } from './operations.js';
import type { Paint } from './paint.js';
import { indented } from './printable.js';

/** One rule, whole, as `explain` prints it. */
export function ruleText(
  rule: ExplainedRule,
  provider: string,
  operation: ReportedOperation | undefined,
  paint: Paint,
): string {
  const { answer, place } = rule;
  return [
    paint.bold(rule.rule),
    ...(operation ? [operationLine(operation)] : []),
    '',
    labelled('when', rule.when, paint),
    ...(rule.order > 1
      ? [labelled('order', `number ${rule.order}: it decides only where none before it holds`, paint)]
      : []),
    labelled('effect', rule.effect, paint),
    ...(answer ? [labelled('answer', answer.text, paint)] : []),
    ...(answer?.body === undefined ? [] : [indented(bodyText(answer.body), space)]),
    ...Object.entries(answer?.headers ?? {}).map(([name, value]) => `${space}${name}: ${value}`),
    labelled('basis', describeBasis(rule.basis), paint),
    ...rule.sources.flatMap((source) => [
      labelled('source', citationText(source), paint),
      ...(source.url === undefined ? [] : [space + paint.cyan(source.url)]),
    ]),
    ...rule.switches.flatMap((one) => [
      labelled('switch', switchText(one), paint),
      `${space}${paint.dim(one.about)}`,
      `${space}${paint.dim(`PUT /_tombstone/switches/${provider} {"${one.name}":"…"}`)}`,
    ]),
    ...(rule.means === undefined ? [] : [labelled('means', `a client reports "${rule.means}"`, paint)]),
    labelled('place', `${place.file}:${place.line}:${place.column}`, paint),
  ].join('\n');
}

const space = ' '.repeat(8);

function bodyText(body: unknown): string {
  return typeof body === 'string' ? body : JSON.stringify(body, undefined, 2);
}

/** `unknownTask is refuse (the default); it can be refuse, idempotent`. */
function switchText({ name, holds, values, default: initial }: ExplainedSwitch): string {
  const all = values.join(', ');
  if (holds.length === values.length) return `${name}, whatever its value (${all})`;
  const isDefault = holds.includes(initial) ? ' (the default)' : ` (the default is ${initial})`;
  return `${name} is ${holds.join(' or ')}${isDefault}; it can be ${all}`;
}
