type Headers = Readonly<Record<string, string>>;

/** Takes credentials out of what is kept of an exchange. */
export interface Redaction {
  /** Names that carry a credential besides those known. */
  learn(names: Iterable<string>): void;
  headers(headers: Headers): Headers;
  /** Of a request target, the query. */
  target(target: string): string;
  /** Lines of a canonical request name the headers they sign: those that carry credentials lose their value. */
  text(text: string): string;
}

const usual = /authorization|cookie|signature|token|secret|password|api[-_]?key|access[-_]?key/i;
/** Headers as they were kept the last time. */
interface Kept {
  readonly names: readonly string[];
  /** None where it is secret. */
  readonly values: readonly (string | undefined)[];
  readonly kept: Headers;
}

const nothing: Kept = { names: [], values: [], kept: {} };
const redacted = '[redacted]';

/** Redacts what usually carries a credential, and the headers and parameters of these names. */
export function createRedaction(names: Iterable<string>): Redaction {
  const learned = new Set<string>();
  const known = new Map<string, boolean>();
  // Clients send the same headers again and again; the exchanges of a full journal then share one object of them.
  let last = nothing;
  const learn = (secrets: Iterable<string>): void => {
    // What was found harmless may be harmful now.
    known.clear();
    last = nothing;
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

  const remember = (headers: Headers) => {
    const names = Object.keys(headers);
    const values = names.map((name) => (isSecret(name) ? undefined : (headers[name] ?? '')));
    const kept = Object.fromEntries(names.map((name, index) => [name, values[index] ?? redacted]));
    last = { names, values, kept };
  };
  const isSame = (headers: Headers): boolean => {
    const { names, values } = last;
    let index = 0;
    for (const name in headers) {
      if (names[index] !== name) return false;
      const value = values[index];
      if (value !== undefined && value !== headers[name]) return false;
      index += 1;
    }
    return index === names.length;
  };

  return {
    learn,
    headers(headers) {
      if (!isSame(headers)) remember(headers);
      return last.kept;
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
