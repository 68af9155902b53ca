/** A host with a port, as a request to a proxy names them. */
export interface HostPort {
  /** Lower case, an IPv6 address without brackets. */
  readonly host: string;
  readonly port: number;
}

/** Reads `example.com:443` or `[::1]:443`; undefined where it is neither. `port` is what holds where none is written. */
export function readHostPort(text: string, port?: number): HostPort | undefined {
  const [, bracketed, plain, written] = /^(?:\[([\da-f:.]+)\]|([^\s:/@[\]]+))(?::(\d{1,5}))?$/i.exec(text) ?? [];
  const host = (bracketed ?? plain)?.toLowerCase().replace(/\.$/, '');
  const number = written === undefined ? port : Number(written);
  if (!host || number === undefined || number < 1 || number > 65535) return undefined;
  return { host, port: number };
}

export function hostPortText({ host, port }: HostPort): string {
  return `${host.includes(':') ? `[${host}]` : host}:${port}`;
}
