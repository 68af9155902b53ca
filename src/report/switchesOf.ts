import type { FailureRow, Lifecycle, Row } from '../language/lifecycle.js';
import type { ExplainedAnswer, ExplainedSwitch } from './explainedRule.js';

/** The switches a row depends on: those its guard asks for, and those its answer speaks of. */
export function switchesOf(
  lifecycle: Lifecycle,
  row: Row | FailureRow,
  answer: ExplainedAnswer | undefined,
): readonly ExplainedSwitch[] {
  const asked = { ...row.when.switch };
  for (const [, name = ''] of JSON.stringify([row, answer]).matchAll(/\$switch\.([A-Za-z0-9]+)/g)) {
    asked[name] ??= Object.keys(lifecycle.switches[name]?.values ?? {});
  }
  return Object.entries(asked).flatMap(([name, holds]) => {
    const declared = lifecycle.switches[name];
    if (!declared) return [];
    return [{ name, about: declared.about, default: declared.default, values: Object.keys(declared.values), holds }];
  });
}
