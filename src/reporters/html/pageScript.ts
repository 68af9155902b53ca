import type { Check, ReportedExchange, ReportedMessage } from '../../conformance/index.js';
import type { PageCase, PageData } from './pageData.js';

/**
 * What the page does in a browser: opens cells, filters rows. It is embedded as the text of this function, so it closes
 * over nothing and imports types alone. Everything shown is set as text, never as HTML.
 */
export function pageScript(): void {
  const data = JSON.parse(document.getElementById('data')?.textContent ?? '{"runs":[]}') as PageData;
  const rows = [...document.querySelectorAll<HTMLTableRowElement>('tr.rule')];
  const bodies = [...document.querySelectorAll<HTMLTableSectionElement>('tbody.operation')];
  const filter = document.querySelector<HTMLInputElement>('#filter');
  const onlyFailures = document.querySelector<HTMLInputElement>('#only-failures');
  const shown = document.querySelector('#shown');
  const texts = new Map<HTMLElement, string>();

  for (const tools of document.querySelectorAll<HTMLElement>('[data-script]')) tools.hidden = false;
  for (const body of bodies) addToggle(body);
  // With few rules everything is open; with many only what somebody has to look at.
  if (rows.length > 60) for (const body of bodies) fold(body, body.dataset['bad'] === undefined);
  document.addEventListener('click', (event) => {
    const target = event.target instanceof Element ? event.target : undefined;
    const cell = target?.closest<HTMLButtonElement>('button.cell');
    if (cell) toggleCell(cell);
    const link = target?.closest<HTMLAnchorElement>('a[data-case]');
    if (link) openCase(link);
  });
  filter?.addEventListener('input', filterRows);
  onlyFailures?.addEventListener('change', filterRows);
  filterRows();

  function filterRows(): void {
    const words = (filter?.value ?? '').toLowerCase().split(/\s+/).filter(Boolean);
    let visible = 0;
    for (const row of rows) {
      const isWanted = !onlyFailures?.checked || row.dataset['bad'] !== undefined;
      const isFound = isWanted && words.every((word) => textOf(row).includes(word));
      row.hidden = !isFound;
      const detail = detailOf(row);
      if (detail) detail.hidden = !isFound;
      if (isFound) visible += 1;
    }
    const isFiltered = words.length > 0 || onlyFailures?.checked === true;
    for (const body of bodies) {
      body.hidden = [...body.querySelectorAll<HTMLElement>('tr.rule')].every((row) => row.hidden);
      // What was looked for is shown, folded or not.
      body.classList.toggle('filtered', isFiltered);
    }
    for (const head of document.querySelectorAll<HTMLElement>('tbody.provider')) {
      head.hidden = bodies.every((body) => body.hidden || body.dataset['provider'] !== head.dataset['provider']);
    }
    if (shown) shown.textContent = `${visible} of ${rows.length} rules`;
  }

  function textOf(row: HTMLTableRowElement): string {
    const known = texts.get(row);
    if (known !== undefined) return known;
    const cases = [...row.querySelectorAll<HTMLButtonElement>('button.cell')].flatMap(casesOf);
    const parts = cases.flatMap(({ id, title, stateWord, checks }) => [
      id,
      title,
      stateWord,
      ...checks.filter(({ verdict }) => verdict !== 'pass').map(({ slug }) => slug),
    ]);
    const text = [row.closest('tbody')?.dataset['name'] ?? '', row.textContent, ...parts].join('\n').toLowerCase();
    texts.set(row, text);
    return text;
  }

  function addToggle(body: HTMLTableSectionElement): void {
    const head = body.querySelector('tr.head th');
    const name = head?.textContent ?? '';
    const button = make('button', 'fold', name);
    button.type = 'button';
    button.setAttribute('aria-expanded', 'true');
    button.addEventListener('click', () => fold(body, !body.classList.contains('folded')));
    head?.replaceChildren(button);
  }

  function fold(body: HTMLTableSectionElement, isFolded: boolean): void {
    body.classList.toggle('folded', isFolded);
    body.querySelector('button.fold')?.setAttribute('aria-expanded', String(!isFolded));
  }

  function casesOf(cell: HTMLButtonElement): PageCase[] {
    const run = data.runs[Number(cell.dataset['client'])] ?? [];
    return (cell.dataset['cases'] ?? '').split(' ').flatMap((index) => run[Number(index)] ?? []);
  }

  function detailOf(row: Element | null): HTMLElement | undefined {
    const next = row?.nextElementSibling;
    return next instanceof HTMLElement && next.classList.contains('detail') ? next : undefined;
  }

  function toggleCell(cell: HTMLButtonElement): void {
    const isOpen = cell.getAttribute('aria-expanded') === 'true';
    const row = cell.closest('tr');
    for (const other of row?.querySelectorAll('button.cell') ?? []) other.setAttribute('aria-expanded', 'false');
    detailOf(row)?.remove();
    if (isOpen || !row) return;
    cell.setAttribute('aria-expanded', 'true');
    const cases = casesOf(cell);
    const holder = make('td', '');
    holder.colSpan = row.children.length;
    holder.append(
      make('p', 'who', cell.getAttribute('aria-label') ?? ''),
      ...cases.map((one) => caseView(one, cases.length === 1)),
    );
    const detail = make('tr', 'detail');
    detail.append(holder);
    row.after(detail);
  }

  function openCase(link: HTMLAnchorElement): void {
    const { client, case: index = '' } = link.dataset;
    const cell = [...document.querySelectorAll<HTMLButtonElement>(`button.cell[data-client="${client}"]`)].find((one) =>
      one.dataset['cases']?.split(' ').includes(index),
    );
    const row = cell?.closest('tr');
    if (!cell || !row) return;
    if (filter) filter.value = '';
    if (onlyFailures) onlyFailures.checked = false;
    filterRows();
    const body = row.closest('tbody');
    if (body) fold(body, false);
    if (cell.getAttribute('aria-expanded') !== 'true') toggleCell(cell);
    const place = (cell.dataset['cases'] ?? '').split(' ').indexOf(index);
    const view = detailOf(row)?.querySelectorAll<HTMLDetailsElement>('details.case')[place];
    if (view) view.open = true;
    view?.querySelector('summary')?.focus();
  }

  function caseView(one: PageCase, isOpen: boolean): HTMLElement {
    const details = make('details', 'case');
    const summary = make('summary', '');
    summary.append(make('span', `state ${one.state}`, `${one.sign} ${one.stateWord}`), ' ', code(one.id));
    details.append(summary);
    // The rest is made when somebody looks: a thousand cases are a hundred thousand elements.
    const fill = () => {
      if (details.open && details.childElementCount === 1) details.append(...caseParts(one));
    };
    details.addEventListener('toggle', fill);
    const isWanted = isOpen || one.state === 'fail' || one.state === 'error';
    details.open = isWanted;
    fill();
    return details;
  }

  function caseParts(one: PageCase): HTMLElement[] {
    const { title, message, issue, sources, checks, steps, exchanges, output, replay } = one;
    const parts: HTMLElement[] = [make('p', 'title', title)];
    if (message !== undefined) parts.push(make('p', 'message', message));
    if (issue !== undefined) parts.push(labelled('Issue', link(issue, issue)));
    for (const { title: name, place, at, date, url } of sources) {
      const where = [name, place && `“${place}”`, at].filter(Boolean).join(', ') + (date ? ` (${date})` : '');
      parts.push(labelled('Source', link(where, url)));
    }
    if (checks.length > 0) parts.push(checkTable(checks));
    for (const { operation, parameters, body, outcome } of steps) {
      const asked = `${operation} ${JSON.stringify(body === undefined ? parameters : { ...parameters, body })}`;
      parts.push(labelled('Asked', code(asked)), labelled('Told', code(outcome ? JSON.stringify(outcome) : 'nothing')));
    }
    parts.push(...exchanges.map(exchangeView));
    if (exchanges.length === 0 && steps.length > 0) parts.push(labelled('Exchanges', make('span', '', 'none')));
    if (output?.stdout) parts.push(labelled('Standard output', make('pre', '', output.stdout)));
    if (output?.stderr) parts.push(labelled('Standard error', make('pre', '', output.stderr)));
    parts.push(labelled('Replay', make('code', 'replay', replay)));
    return parts;
  }

  function checkTable(checks: readonly Check[]): HTMLElement {
    const table = make('table', 'checks');
    for (const { verdict, slug, level, judge, requirement, expected, observed } of checks) {
      const sign = { pass: '✓', fail: '✗', warn: '!', info: 'i' }[verdict];
      const said = make('td', '');
      said.append(code(slug), make('span', 'quiet', ` ${level}, ${judge}`), make('div', '', requirement));
      if (expected !== undefined) said.append(labelled('Expected', make('span', '', expected)));
      if (observed !== undefined) said.append(labelled('Observed', make('span', '', observed)));
      const row = make('tr', '');
      const state = make('td', '');
      state.append(make('span', `state ${verdict}`, `${sign} ${verdict}`));
      row.append(state, said);
      table.append(row);
    }
    return table;
  }

  function exchangeView({ ms, request, response, rule, fault, explanation }: ReportedExchange): HTMLElement {
    const details = make('details', 'exchange');
    const answer = response.status === 0 ? 'no answer' : String(response.status);
    const summary = make('summary', '');
    summary.append(
      make('span', 'quiet', `+${Math.round(ms)} ms `),
      code(`${request.method} ${request.target}`),
      ` → ${answer}`,
      make('span', 'quiet', rule === undefined ? '' : ` ${rule}`),
      make('span', 'fault', fault === undefined ? '' : ` fault: ${fault}`),
    );
    details.append(summary, make('pre', '', messageText(`${request.method} ${request.target}`, request)));
    details.append(make('pre', '', messageText(answer, response)));
    if (explanation !== undefined) details.append(labelled('Why', make('pre', '', explanation)));
    return details;
  }

  function messageText(first: string, { headers, body }: ReportedMessage): string {
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
    return [first, ...lines, ...(body ? ['', body] : [])].join('\n');
  }

  function labelled(label: string, content: HTMLElement): HTMLElement {
    const line = make('div', 'labelled');
    line.append(make('span', 'label', label), content);
    return line;
  }

  function link(text: string, url: string | undefined): HTMLElement {
    if (url === undefined || !/^https?:\/\//i.test(url)) return make('span', '', text);
    const anchor = make('a', '', text);
    anchor.href = url;
    anchor.rel = 'noreferrer';
    return anchor;
  }

  function code(text: string): HTMLElement {
    return make('code', '', text);
  }

  function make<Name extends keyof HTMLElementTagNameMap>(
    name: Name,
    className: string,
    text = '',
  ): HTMLElementTagNameMap[Name] {
    const element = document.createElement(name);
    if (className !== '') element.className = className;
    // What cannot be seen is spelled out.
    element.textContent = text.replace(
      /[^\P{Cc}\t\n]/gu,
      (sign) => `\\x${sign.charCodeAt(0).toString(16).padStart(2, '0')}`,
    );
    return element;
  }
}
