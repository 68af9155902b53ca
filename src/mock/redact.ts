const secretName = /authorization|cookie|signature|token|secret|password|api-?key|access-?key/i;
const known = new Map<string, boolean>();

/** Is what this header or parameter carries a credential? */
export function isSecret(name: string): boolean {
  let secret = known.get(name);
  if (secret === undefined) {
    secret = secretName.test(name);
    // Names come from clients: a flood of new ones must not fill memory.
    if (known.size < 1000) known.set(name, secret);
  }
  return secret;
}

export const redacted = '[redacted]';

/** The headers without their credentials. */
export function redactHeaders(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const kept: Record<string, string> = {};
  for (const name in headers) kept[name] = isSecret(name) ? redacted : (headers[name] ?? '');
  return kept;
}

/** A request target without credentials in its query. */
export function redactTarget(target: string): string {
  const mark = target.indexOf('?');
  if (mark === -1) return target;
  const pairs = target.slice(mark + 1).split('&');
  const kept = pairs.map((pair) => {
    const [name = ''] = pair.split('=');
    return isSecret(name) && pair.includes('=') ? `${name}=${redacted}` : pair;
  });
  return `${target.slice(0, mark)}?${kept.join('&')}`;
}

/** Lines of a canonical request name the headers they sign: those that carry credentials lose their value. */
export function redactText(text: string): string {
  return text.replaceAll(/^([A-Za-z0-9-]+):(.*)$/gm, (line, name: string) =>
    isSecret(name) ? `${name}:${redacted}` : line,
  );
}
