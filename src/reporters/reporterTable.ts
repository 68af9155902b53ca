import { htmlPage } from './html/htmlPage.js';
import { jsonText } from './jsonText.js';
import { junitXml } from './junit/junitXml.js';
import { markdownSummary } from './markdown/markdownSummary.js';
import { comparisonText } from './pretty/comparisonText.js';
import { prettyText } from './pretty/prettyText.js';
import type { Reporter } from './reporter.js';
import { tapText } from './tapText.js';

export type ReporterName = 'pretty' | 'json' | 'junit' | 'tap' | 'markdown' | 'html';

/** Every reporter there is. */
export const reporters: Readonly<Record<ReporterName, Reporter>> = {
  pretty: {
    about: 'for people: failures with their sources, exchanges and replay commands, then the verdict',
    render: (reports, paint) =>
      [
        ...reports.map((report) => prettyText(report, paint)),
        ...(reports.length > 1 ? [comparisonText(reports, paint)] : []),
      ].join('\n\n'),
  },
  json: {
    about: 'the whole report, as docs/conformance-report.md describes it',
    single: true,
    render: (reports) => reports.map(jsonText).join('\n'),
  },
  junit: { about: 'JUnit XML, for CI systems', render: junitXml },
  tap: { about: 'TAP 14, for whatever reads the Test Anything Protocol', render: tapText },
  markdown: { about: 'a summary, for GitHub Actions and pull requests', render: markdownSummary },
  html: { about: 'one page with the matrix of clients and rules, each cell opening its cases', render: htmlPage },
};
