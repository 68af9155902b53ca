import type { Refusal, RefusalReason } from '../intercept.js';
import { type HostPort, hostPortText } from './hostPort.js';

/** Keeps what was refused. */
export interface Refusals {
  readonly list: readonly Refusal[];
  note(to: HostPort, reason: RefusalReason, detail?: string): Refusal;
}

export function createRefusals(
  hosts: readonly string[],
  onRefusal: ((refusal: Refusal) => void) | undefined,
): Refusals {
  const list: Refusal[] = [];
  return {
    list,
    note(to, reason, detail = '') {
      const authority = hostPortText(to);
      const refusal = { authority, reason, message: texts[reason](authority, detail, hosts.join(', ')) };
      list.push(refusal);
      onRefusal?.(refusal);
      return refusal;
    },
  };
}

const texts: Readonly<Record<RefusalReason, (authority: string, detail: string, hosts: string) => string>> = {
  'unknown-host': (authority, _, hosts) =>
    `${authority} was refused: no contract names it, and nothing goes to the network. Mocked are ${hosts}. To let it through: --allow ${authority}`,
  loopback: (authority) =>
    `${authority} was refused: it is this machine itself, which programs call without the proxy. Keep it in NO_PROXY.`,
  'private-address': (authority, detail) =>
    `${authority} was refused: it is allowed, but ${detail} is a private address, and those are never let through.`,
  unreachable: (authority, detail) => `${authority} is allowed, and cannot be reached: ${detail}.`,
  untrusted: (authority, detail) =>
    `${authority} was called, and the program broke the handshake off (${detail}), as one does that does not trust the certificate of this run. Let it trust the file SSL_CERT_FILE names.`,
};
