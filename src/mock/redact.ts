/** Takes credentials out of what is kept of an exchange. */
export interface Redaction {
  /** Names that carry a credential besides those known. */
  learn(names: Iterable<string>): void;
  headers(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>>;
  /** Of a request target, the query. */
  target(target: string): string;
  /** Lines of a canonical request name the headers they sign: those that carry credentials lose their value. */
  text(text: string): string;
}

const usual = /authorization|cookie|signature|token|secret|password|api[-_]?key|access[-_]?key/i;
const redacted = '[redacted]';

/** Redacts what usually carries a credential, and the headers and parameters of these names. */
export function createRedaction(names: Iterable<string>): Redaction {
  const learned = new Set<string>();
  const known = new Map<string, boolean>();
  const learn = (secrets: Iterable<string>): void => {
    // What was found harmless may be harmful now.
    known.clear();
    for (const name of secrets) learned.add(name.toLowerCase());
    for (const name of learned) known.set(name, true);
  };
  learn(names);

  const isSecret = (name: string): boolean => {
    let secret = known.get(name);
    if (secret === undefined) {
      secret = usual.test(name) || known.get(name.toLowerCase()) === true;
      // Names come from clients: a flood of new ones must not fill memory.
      if (known.size < 1000) known.set(name, secret);
    }
    return secret;
  };

  return {
    learn,
    headers(headers) {
      const kept: Record<string, string> = {};
      for (const name in headers) kept[name] = isSecret(name) ? redacted : (headers[name] ?? '');
      return kept;
    },
    target(target) {
      const mark = target.indexOf('?');
      if (mark === -1) return target;
      const kept = target
        .slice(mark + 1)
        .split('&')
        .map((pair) => {
          const [name = ''] = pair.split('=');
          return pair.includes('=') && isSecret(decoded(name)) ? `${name}=${redacted}` : pair;
        });
      return `${target.slice(0, mark)}?${kept.join('&')}`;
    },
    text: (text) =>
      text.replaceAll(/^([A-Za-z0-9-]+):(.*)$/gm, (line, name: string) =>
        isSecret(name) ? `${name}:${redacted}` : line,
      ),
  };
}

function decoded(name: string): string {
  if (!name.includes('%')) return name;
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
