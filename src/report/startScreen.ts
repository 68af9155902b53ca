import type { AuthMode, Pace, ProviderDescription } from '../mock/mock.js';
import { columns } from './columns.js';
import type { Paint } from './paint.js';

/** What there is to say once a server listens. */
export interface Started {
  readonly version: string;
  readonly url: string;
  readonly pace: Pace;
  readonly auth: AuthMode;
  readonly providers: readonly ProviderDescription[];
  /** Command lines that work at once. */
  readonly lines: readonly string[];
  /** Contract folders that were only checked as far as it takes to run them. */
  readonly notLinted: readonly string[];
}

/** What `serve` prints when it listens: who is served where, with which credentials, and what to try. */
export function startScreen({ version, url, pace, auth, providers, lines, notLinted }: Started, paint: Paint): string {
  const [head = '', ...table] = columns([
    ['provider', 'base URL', 'credentials'],
    ...providers.map(({ id, basePath, credentials }) => [id, url + basePath, credentialText(credentials)]),
  ]);
  return [
    `${paint.bold(`tombstone ${version}`)} listens on ${paint.cyan(url)} (pace ${pace}, auth ${auth})`,
    '',
    paint.dim(head),
    ...table,
    ...(lines.length === 0 ? [] : ['', 'Try it:', ...lines.map((line) => `  ${line}`)]),
    '',
    ...(notLinted.length === 0
      ? []
      : [`Not checked in every detail: \`tombstone lint ${notLinted.join(' ')}\` does that.`]),
    `Control: ${paint.cyan(`${url}/_tombstone/`)}. Ctrl-C stops.`,
  ].join('\n');
}

function credentialText(credentials: ProviderDescription['credentials']): string {
  const ways = Object.values(credentials).map((credential) => {
    const { header, value, accessKey, secret } = credential as Readonly<Record<string, string | undefined>>;
    return accessKey === undefined ? `${header}: ${value}` : `signed with ${accessKey}, secret ${secret}`;
  });
  const partitions = Object.values(credentials).flatMap((credential) => {
    const { partition } = credential as { readonly partition?: string };
    return partition === undefined ? [] : [`project ${partition}`];
  });
  const [project] = partitions;
  return (ways.join(', or ') || 'none needed') + (project === undefined ? '' : `; ${project}`);
}
