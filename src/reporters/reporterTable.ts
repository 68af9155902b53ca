import { jsonText } from './jsonText.js';
import { prettyText } from './pretty/prettyText.js';
import type { Reporter } from './reporter.js';

export type ReporterName = 'pretty' | 'json' | 'markdown';

/** Every reporter there is. */
export const reporters: Readonly<Record<ReporterName, Reporter>> = {
  pretty: {
    about: 'for people: failures with their sources, exchanges and replay commands, then the verdict',
    render: (reports, paint) => reports.map((report) => prettyText(report, paint)).join('\n\n'),
  },
  json: {
    about: 'the whole report, as docs/conformance-report.md describes it',
    single: true,
    render: (reports) => reports.map(jsonText).join('\n'),
  },
  markdown: { about: '', render: () => '' },
};
