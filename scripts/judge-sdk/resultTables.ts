import { code, markdownTable, plainText } from '../../src/report/markdown.js';
import type { ClientResults, JudgedSdk, ResultCounts, Shortcoming } from './clientResults.js';

/** A client, with what the suite came to. */
export interface JudgedClient {
  readonly sdk: JudgedSdk;
  readonly results: ClientResults;
}

const columns = {
  passed: 'passed',
  failed: 'failed',
  warned: 'with a warning',
  varying: 'vary',
  noted: 'with a note',
  unsupported: 'unsupported',
} as const satisfies Record<keyof ResultCounts, string>;

const counted = Object.keys(columns) as readonly (keyof ResultCounts)[];

/** Every SDK with its figures, and what its failures come down to, in Markdown. */
export function sdkTable(judged: readonly JudgedClient[]): string {
  const used = counted.filter((column) => judged.some(({ results }) => results.counts[column]));
  const head = ['SDK', 'provider', 'cases', ...used.map((column) => columns[column])];
  const rows = judged.map(({ sdk, results: { client, provider, counts } }) => [
    `${sdk.package} ${client.version}`,
    provider,
    String(counts.cases),
    ...used.map((column) => String(counts[column] ?? 0)),
  ]);
  return [markdownTable(head, rows), ...judged.map(inShort)].join('\n\n');
}

function inShort({ sdk, results: { client, shortcomings, unsupported } }: JudgedClient): string {
  const lines = [
    ...shortcomings.map((one) => `- ${one.because} (${one.checks.map(code).join(', ')}: ${concerned(one)})`),
    ...unsupported.map(({ reason, cases }) => `- Unsupported: ${plainText(reason)} (${number(cases)})`),
  ];
  if (shortcomings.length === 0) lines.unshift('- Nothing failed.');
  return `${sdk.package} ${client.version}:\n\n${lines.join('\n')}`;
}

/** Every shortcoming with how it shows and how to see it again, and the figures by operation, in Markdown. */
export function sdkDetails(judged: readonly JudgedClient[]): string {
  return judged.map(inFull).join('\n\n');
}

function inFull({ sdk, results }: JudgedClient): string {
  const { client, provider, operations, shortcomings, unsupported } = results;
  const used = counted.filter((column) => results.counts[column]);
  return [
    `## ${sdk.package} ${client.version}`,
    shortcomings.length === 0 ? `It passes every case of ${provider} that it can be asked to do.` : undefined,
    ...shortcomings.map(explained),
    unsupported.length === 0
      ? undefined
      : `Unsupported:\n\n${unsupported.map(({ reason, cases }) => `- ${plainText(reason)} (${number(cases)})`).join('\n')}`,
    'By operation:',
    markdownTable(
      ['operation', ...used.map((column) => columns[column])],
      Object.entries(operations).map(([operation, counts]) => [
        code(operation),
        ...used.map((column) => String(counts[column] ?? 0)),
      ]),
    ),
  ]
    .filter((part) => part !== undefined)
    .join('\n\n');
}

function explained({ because, checks, cases, varies, example, issue }: Shortcoming): string {
  const tracker = issue === undefined ? '' : ` The place to report it: <${issue}>.`;
  const shown = [
    `case      ${example.case}`,
    ...(example.expected === undefined ? [] : [`expected  ${example.expected}`]),
    ...(example.observed === undefined ? [] : [`observed  ${example.observed}`]),
  ];
  return [
    `${because} ${checks.map(code).join(', ')}: ${concerned({ cases, varies })}.${tracker}`,
    `\`\`\`text\n${shown.join('\n')}\n\`\`\``,
    `\`\`\`sh\n${example.replay}\n\`\`\``,
  ].join('\n\n');
}

function concerned({ cases, varies }: Pick<Shortcoming, 'cases'> & { readonly varies?: true | undefined }): string {
  return varies ? `${number(cases)}, not the same in every run` : number(cases);
}

function number(cases: number): string {
  return cases === 1 ? '1 case' : `${cases} cases`;
}
