const proxies = ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY', 'NO_PROXY'];

/** The variables for proxies that are set in an environment, and that ours take the place of. */
export function replacedVariables(environment: Readonly<Record<string, string | undefined>>): readonly string[] {
  return proxies.flatMap((name) => [name, name.toLowerCase()]).filter((name) => (environment[name] ?? '') !== '');
}
