import type { ClientInfo, RunReport } from '../conformance/index.js';

/** A client in a few words: `acme-py 2.1.0`. */
export function clientText({ name, version }: ClientInfo): string {
  return version === undefined ? name : `${name} ${version}`;
}

/** What was judged by what: `acme-py 2.1.0 (python, session) · huawei-mpc · suite 2026-11 · seed 1 · tombstone 0.1.0`. */
export function runText({ client, rung, providers, suite, seed, tombstone }: RunReport): string {
  const how = [...(client.language === undefined ? [] : [client.language]), rung].join(', ');
  return [
    `${clientText(client)} (${how})`,
    providers.join(', ') || 'no provider',
    `suite ${suite}`,
    `seed ${seed}`,
    `tombstone ${tombstone}`,
  ].join(' · ');
}

/** The clients of several reports, each under a name that no other has. */
export function distinctNames(reports: readonly RunReport[]): readonly string[] {
  const all = reports.map(({ client }) => clientText(client));
  return distinct(
    all,
    reports.map(({ rung }) => rung),
  );
}

function distinct(names: readonly string[], details: readonly string[]): readonly string[] {
  const isShared = (name: string, among: readonly string[]) => among.filter((other) => other === name).length > 1;
  const detailed = names.map((name, index) => (isShared(name, names) ? `${name} (${details[index]})` : name));
  return detailed.map((name, index) => {
    if (!isShared(name, detailed)) return name;
    const place = detailed.slice(0, index + 1).filter((other) => other === name).length;
    return `${name} #${place}`;
  });
}
