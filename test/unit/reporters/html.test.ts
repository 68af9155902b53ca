import { type DOMWindow, JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import type { CaseResult, RunReport } from '../../../src/conformance/index.js';
import { htmlPage } from '../../../src/reporters/html/htmlPage.js';
import { hostileTexts } from '../../support/runs/anyReport.js';
import { hasty, troubled } from '../../support/runs/sampleClients.js';
import { sampleRun } from '../../support/runs/sampleRun.js';

const first = await sampleRun({ deviate: troubled });
const second = await sampleRun({ client: { name: 'hasty' }, deviate: hasty });

/** The page in a browser, its script run. */
function open(...reports: RunReport[]): DOMWindow {
  return new JSDOM(htmlPage(reports), { runScripts: 'dangerously' }).window;
}

const cellOf = (window: DOMWindow, rule: string, client: number) =>
  [...window.document.querySelectorAll<HTMLButtonElement>(`button.cell[data-client="${client}"]`)].find((cell) =>
    cell.getAttribute('aria-label')?.includes(`, ${rule}:`),
  );

const visible = (window: DOMWindow, selector: string) =>
  [...window.document.querySelectorAll<HTMLElement>(selector)].filter((one) => !one.hidden && !one.closest('[hidden]'));

function filterBy(window: DOMWindow, text: string): void {
  const filter = window.document.querySelector<HTMLInputElement>('#filter');
  if (filter) filter.value = text;
  filter?.dispatchEvent(new window.Event('input'));
}

describe('the page', () => {
  it('has a row for each rule and a cell for each client, told apart by sign and text as well as by colour', () => {
    const { document } = open(first, second);
    const [, mine, other] = [...document.querySelectorAll('thead th')].map((head) => head.textContent);
    expect([mine, other]).toEqual(['acme-py 2.1.0', 'hasty']);
    const rules = new Set(first.cases.map(({ rule }) => rule));
    expect(document.querySelectorAll('tr.rule')).toHaveLength(rules.size);
    for (const cell of document.querySelectorAll('button.cell'))
      expect(cell.textContent).toMatch(/^[✓✗∅‼!i~] \d+\/\d+$/);
  });

  it('loads nothing from anywhere, and says so to the browser', () => {
    const page = htmlPage([first]);
    expect(page).not.toMatch(/<(?:link|img|iframe)\b|\ssrc=|@import|url\(/);
    expect(page).toMatch(/Content-Security-Policy" content="default-src 'none'; script-src 'sha256-[^']+'/);
  });

  it('opens a cell: checks, what was expected and observed, exchanges, sources and the replay command', () => {
    const window = open(first, second);
    const cell = cellOf(window, 'deleted', 0);
    expect(cell?.getAttribute('aria-expanded')).toBe('false');
    cell?.click();
    expect(cell?.getAttribute('aria-expanded')).toBe('true');
    const detail = window.document.querySelector('tr.detail');
    const views = [...(detail?.querySelectorAll('details.case') ?? [])];
    expect(views).toHaveLength(3);
    const failed = views.find((view) => view.textContent?.includes('/deleted/SUCCEEDED'));
    for (const part of [
      'report.no-throw',
      'SyntaxError: Unexpected end of JSON input',
      '→ 204',
      '“Function”',
      'Traceback',
      'npx --no tombstone replay',
    ])
      expect(failed?.textContent).toContain(part);
    cell?.click();
    expect(window.document.querySelector('tr.detail')).toBeNull();
  });

  it('makes the details of a case only when somebody opens it', () => {
    const window = open(first);
    expect(window.document.querySelectorAll('details.case, details.exchange')).toHaveLength(0);
    cellOf(window, 'deleted', 0)?.click();
    const [other] = [...window.document.querySelectorAll<HTMLDetailsElement>('details.case')].filter(
      (view) => !view.open,
    );
    expect(other?.childElementCount).toBe(1);
    if (other) other.open = true;
    other?.dispatchEvent(new window.Event('toggle'));
    expect(other?.childElementCount).toBeGreaterThan(3);
  });

  it('filters by rule, case, state and failed check, and shows failures alone', () => {
    const window = open(first, second);
    const all = visible(window, 'tr.rule').length;
    expect(window.document.querySelector('#shown')?.textContent).toBe(`${all} of ${all} rules`);
    filterBy(window, 'deletetranscodingtask not-final');
    expect(visible(window, 'tr.rule').map((row) => row.querySelector('th')?.textContent)).toEqual([
      'not-final',
      'not-final-forbidden',
    ]);
    filterBy(window, 'report.no-throw');
    expect(visible(window, 'tr.rule')).toHaveLength(1);
    filterBy(window, 'no such thing');
    expect(visible(window, 'tr.rule, tr.head, tbody.provider')).toHaveLength(0);
    filterBy(window, '');
    window.document.querySelector<HTMLInputElement>('#only-failures')?.click();
    const shown = visible(window, 'tr.rule');
    expect(shown.length).toBeLessThan(all);
    for (const row of shown) expect(row.querySelector('.fail, .error, .unsupported')).not.toBeNull();
  });

  it('leads from a failure to its case', () => {
    const window = open(first, second);
    filterBy(window, 'something else');
    const link = [...window.document.querySelectorAll<HTMLElement>('a[data-case]')].find((one) =>
      one.textContent?.endsWith('/deleted/SUCCEEDED'),
    );
    link?.click();
    expect(window.document.activeElement?.textContent).toContain('huawei-mpc/deleteTranscodingTask/deleted/SUCCEEDED');
    expect(visible(window, 'details.case[open]').length).toBeGreaterThan(0);
  });

  it('shows the matrix and what failed without script', () => {
    const { document } = new JSDOM(htmlPage([first])).window;
    expect(document.querySelectorAll('tr.rule').length).toBeGreaterThan(5);
    expect(document.querySelector('.group')?.textContent).toMatch(/report\.outcome.*Observed/s);
    expect(document.querySelector('[data-script]')?.hasAttribute('hidden')).toBe(true);
  });

  it('shows hostile texts as text, in what it holds and in what its script makes', () => {
    const text = hostileTexts.join('\n');
    const [one] = first.cases;
    const hostile = {
      ...one,
      id: 'a/b/c',
      title: text,
      message: text,
      issue: 'javascript:alert(1)',
      replay: text,
      sources: [{ title: text, url: 'javascript:alert(1)' }],
    } as CaseResult;
    const named = { ...hostile, provider: text, rule: `x/${text}/${text}` };
    const window = open({ ...first, client: { name: text, issues: text }, cases: [named], problems: [text] });
    window.document.querySelector<HTMLButtonElement>('button.cell')?.click();
    const details = window.document.querySelector<HTMLDetailsElement>('details.case');
    expect(details?.querySelector('.title')?.textContent).toContain('</script><script>alert(1)</script>');
    expect(details?.querySelector('.title')?.textContent).toContain('\\x1b[2J');
    expect(window.document.querySelectorAll('img, b, [onerror], [onmouseover], script:not(#data)')).toHaveLength(1);
    for (const { protocol } of window.document.querySelectorAll('a')) expect(protocol).not.toBe('javascript:');
  });
});
