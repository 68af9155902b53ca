import fc from 'fast-check';
import type { CaseResult, Check, Json, ReportedExchange, RunReport } from '../../../src/conformance/index.js';

/** Texts that mean something to a terminal, to XML, HTML, Markdown, a shell, a file system. */
export const hostileTexts = [
  '</script><script>alert(1)</script>',
  '<!--<script>',
  '<img src=x onerror=alert(1)>',
  '"><b>',
  "' onmouseover='alert(1)",
  ']]>',
  '&amp;&#0;',
  '\u0000\u0007\u001b[2J\u009b31m',
  '\ud800',
  'x\udc00y',
  '\ufffe\uffff',
  '\r\n\t\u2028\u0085',
  '```\n# head\n</details>',
  '| a | b |',
  '[x](javascript:alert(1))',
  '../../etc',
  '/',
  '.',
  '',
  'con',
  '$(touch x) `touch x`',
  '\u{1f4a5}',
];

const text = fc.oneof(fc.constantFrom(...hostileTexts), fc.string({ unit: 'binary', maxLength: 30 }));
const name = fc.oneof(text, fc.constantFrom('deleteTask', 'huawei-mpc', 'huawei-mpc/deleteTranscodingTask/deleted'));
const url = fc.oneof(text, fc.constantFrom('javascript:alert(1)', 'https://example.com/?a=<b>&"'));
const number = fc.nat({ max: 100_000 });

function optional<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.option(arbitrary, { nil: undefined });
}

/** Drops members that are undefined: JSON has none. */
function compact<T>(value: unknown): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

const headers = fc.dictionary(text, text, { maxKeys: 3 });
const basis = fc.constantFrom('documented', 'observed', 'inferred');
const message = { headers, body: optional(text) };

const exchange = fc.record({
  ms: fc.double({ min: 0, max: 1e6, noNaN: true }),
  request: fc.record({ ...message, method: text, target: text }),
  response: fc.record({ ...message, status: fc.constantFrom(0, 200, 204, 400, 503) }),
  operation: optional(name),
  rule: optional(name),
  explanation: optional(text),
  fault: optional(text),
}) as fc.Arbitrary<ReportedExchange>;

const check = fc.record({
  slug: text,
  judge: fc.constantFrom('traffic', 'state', 'report'),
  level: fc.constantFrom('must', 'should', 'may'),
  verdict: fc.constantFrom('pass', 'fail', 'warn', 'info'),
  requirement: text,
  expected: optional(text),
  observed: optional(text),
}) as fc.Arbitrary<Check>;

const step = fc.record({
  operation: name,
  parameters: fc.dictionary(text, fc.jsonValue() as fc.Arbitrary<Json>, { maxKeys: 2 }),
  body: optional(fc.jsonValue()),
  outcome: optional(
    fc.record({
      outcome: optional(fc.constantFrom('deleted', 'refused', 'unknown')),
      status: optional(number),
      code: optional(text),
      message: optional(text),
    }),
  ),
});

const result = fc.record({
  id: name,
  title: text,
  provider: name,
  kind: fc.constantFrom('decision', 'failure', 'fault', 'story'),
  rule: optional(name),
  basis: fc.record({ effect: basis, status: basis, body: basis }),
  sources: fc.array(
    fc.record({ title: text, url: optional(url), at: optional(text), date: optional(text), place: optional(text) }),
    { maxLength: 2 },
  ),
  verdict: fc.constantFrom('pass', 'fail', 'warn', 'info', 'unsupported', 'error'),
  standing: optional(fc.constantFrom('expected', 'stale', 'flaky')),
  checks: fc.array(check, { maxLength: 3 }),
  steps: fc.array(step, { maxLength: 2 }),
  exchanges: fc.array(exchange, { maxLength: 2 }),
  message: optional(text),
  issue: optional(url),
  output: optional(fc.record({ stdout: text, stderr: text })),
  replay: text,
  durationMs: number,
});

const verdictCounts = fc.record({
  pass: number,
  fail: number,
  warn: number,
  info: number,
  unsupported: number,
  error: number,
  total: number,
  expected: number,
  stale: number,
  flaky: number,
});

/** A report whose texts are anything at all. */
export const anyReport: fc.Arbitrary<RunReport> = fc
  .record({
    format: fc.constant(1),
    tombstone: text,
    suite: text,
    seed: number,
    client: fc.record({ name: text, version: optional(text), language: optional(text), issues: optional(url) }),
    rung: text,
    providers: fc.array(name, { maxLength: 2 }),
    startedAt: fc.constant('2026-11-25T12:00:00.000Z'),
    durationMs: number,
    cases: fc.array(result, { maxLength: 4 }),
    counts: verdictCounts,
    problems: fc.array(text, { maxLength: 2 }),
    exitStatus: fc.constantFrom(0, 1, 2, 3),
  })
  .map((report) => compact<RunReport>(report));

/** A case of a report, for what looks at one alone. */
export const anyCase: fc.Arbitrary<CaseResult> = result.map((one) => compact<CaseResult>(one));
