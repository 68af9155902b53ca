import type { CaseResult, CaseVerdict } from '../../conformance/index.js';
import type { Paint } from '../../report/paint.js';
import { oneLine } from '../oneLine.js';
import { verdictSigns, verdictWords } from '../words.js';

/** How far a run is. */
export interface ProgressState {
  readonly done: number;
  readonly total: number;
  /** Cases that came to something else than a pass. */
  readonly not: Readonly<Partial<Record<CaseVerdict, number>>>;
  /** The id of the case that was done last. */
  readonly last: string;
}

const barWidth = 20;
const told: readonly CaseVerdict[] = ['fail', 'unsupported', 'error'];

/** How far, in a few words: `45/125 cases, 2 failed`. */
export function progressFacts({ done, total, not }: ProgressState): string {
  const counts = told.flatMap((verdict) => (not[verdict] ? [`${not[verdict]} ${verdictWords[verdict]}`] : []));
  return [`${String(done).padStart(String(total).length)}/${total} cases`, ...counts].join(', ');
}

/** The line that is drawn again and again: `━━━━──── 45/125 cases, 2 failed  huawei-mpc/…`; never as wide as `columns`. */
export function progressLine(state: ProgressState, columns: number, paint: Paint): string {
  const { done, total, last } = state;
  const facts = progressFacts(state).slice(0, Math.max(0, columns - 1));
  const room = columns - facts.length - 1;
  // A bar on a narrow terminal would push the numbers out; the id takes what is left.
  const hasBar = room > barWidth;
  const full = total === 0 ? 0 : Math.round((done / total) * barWidth);
  const bar = hasBar ? `${paint.cyan('━'.repeat(full))}${paint.dim('─'.repeat(barWidth - full))} ` : '';
  const left = room - (hasBar ? barWidth + 1 : 0) - 2;
  const id = last !== '' && left > 12 ? `  ${paint.dim(oneLine(last, left))}` : '';
  return bar + facts + id;
}

/** The line a case gets that did not pass: `✗ huawei-mpc/…/TRANSCODING: report.truthful`. */
export function caseLine({ id, verdict, standing, checks, message }: CaseResult, paint: Paint): string {
  const slugs = [...new Set(checks.filter((check) => check.verdict === 'fail').map(({ slug }) => slug))];
  const why = message ?? slugs.join(', ');
  const known = standing === undefined ? '' : ` (${standing})`;
  const sign = verdict === 'unsupported' ? paint.yellow(verdictSigns[verdict]) : paint.red(verdictSigns[verdict]);
  return `${sign} ${oneLine(id)}${known}${why === '' ? '' : `: ${oneLine(why, 120)}`}`;
}
