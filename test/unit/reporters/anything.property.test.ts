import { createRequire } from 'node:module';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { plain } from '../../../src/report/paint.js';
import { harOf } from '../../../src/reporters/folders/har.js';
import { safePaths } from '../../../src/reporters/folders/safeNames.js';
import { reporters } from '../../../src/reporters/reporterTable.js';
import { anyCase, anyReport, hostileTexts } from '../../support/runs/anyReport.js';

const several = fc.array(anyReport, { minLength: 1, maxLength: 2 });
const printableOnly = /[^\P{Cc}\t\n]/u;

describe('whatever the texts of a report are', () => {
  it('JUnit XML is well-formed, and keeps the id of every case', () => {
    fc.assert(
      fc.property(several, (reports) => {
        const { window } = new JSDOM(reporters.junit.render(reports, plain), { contentType: 'application/xml' });
        const cases = [...window.document.querySelectorAll('testcase')].filter(
          (one) => one.getAttribute('classname') !== 'run',
        );
        expect(cases.length).toBe(reports.flatMap((report) => report.cases).length);
      }),
      { numRuns: 50 },
    );
  });

  it('the page has no element, attribute or address that was a text', () => {
    fc.assert(
      fc.property(several, (reports) => {
        const { document } = new JSDOM(reporters.html.render(reports, plain)).window;
        expect(document.querySelectorAll('script')).toHaveLength(2);
        expect(document.querySelectorAll('img, b, iframe, object, [onerror], [onmouseover]')).toHaveLength(0);
        for (const { protocol } of document.querySelectorAll('a'))
          expect(['http:', 'https:', 'about:']).toContain(protocol);
        const data = JSON.parse(document.querySelector('#data')?.textContent ?? '');
        expect(data.runs.map((run: unknown[]) => run.length)).toEqual(reports.map(({ cases }) => cases.length));
      }),
      { numRuns: 40 },
    );
  });

  it('the text for terminals steers none', () => {
    fc.assert(
      fc.property(several, (reports) => {
        expect(reporters.pretty.render(reports, plain)).not.toMatch(printableOnly);
        expect(reporters.markdown.render(reports, plain)).not.toMatch(printableOnly);
      }),
    );
  });

  it('an exchange is HAR 1.2, by the published schema', () => {
    const validate = harValidator();
    fc.assert(
      fc.property(anyReport, anyCase, (report, one) => {
        const har: unknown = JSON.parse(JSON.stringify(harOf(one, report)));
        expect(validate(har), JSON.stringify(validate.errors)).toBe(true);
      }),
    );
  });

  it('a case has a folder of its own below the one it is written to', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...hostileTexts), fc.string({ unit: 'binary' }))), (ids) => {
        const paths = safePaths(ids);
        expect(new Set(paths.map((path) => path.toLowerCase())).size).toBe(ids.length);
        for (const path of paths) {
          for (const part of path.split('/')) {
            expect(part).toMatch(/^[A-Za-z0-9._@+=%~-]+$/);
            expect(part).not.toMatch(/^\.+$|\.$/);
            expect(part.length).toBeLessThan(255);
          }
        }
      }),
    );
  });
});

/** The schemas of har-schema are of draft 06, and ask nothing that 2020-12 understands otherwise. */
function harValidator() {
  const schemas = createRequire(import.meta.url)('har-schema') as Record<string, Record<string, unknown>>;
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  for (const { $schema: _, ...schema } of Object.values(schemas)) ajv.addSchema(schema);
  return ajv.getSchema('har.json#') ?? ajv.compile({ $ref: 'har.json' });
}
