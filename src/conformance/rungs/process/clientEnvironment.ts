const loopback = ['127.0.0.1', 'localhost', '::1'];

/**
 * The environment of a client: this process's, what is given, and no proxy between it and a sandbox of this machine.
 */
export function clientEnvironment(given: Readonly<Record<string, string>> = {}): Record<string, string | undefined> {
  const { env } = process;
  const past = [env['NO_PROXY'] ?? env['no_proxy'] ?? '', ...loopback].filter((host) => host !== '').join(',');
  return { ...env, NO_PROXY: past, no_proxy: past, ...given };
}
