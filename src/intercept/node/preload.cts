/**
 * Runs first in a Node process (`--require`, by NODE_OPTIONS) and leads its connections to a proxy on loopback. `fetch` and
 * `http` of Node 20 know nothing of proxies, and clients bring agents of their own; what they all end in is one method.
 */
const http = require('node:http') as typeof import('node:http');
const net = require('node:net') as typeof import('node:net');
const tls = require('node:tls') as typeof import('node:tls');

type Socket = import('node:net').Socket;

interface Settings {
  readonly port: number;
  readonly tlsPort: number;
  /** Patterns over host names. */
  readonly hosts: readonly string[];
  /** `host:port` → where on loopback it is let through. */
  readonly allowedPorts: Readonly<Record<string, number>>;
}

interface Target {
  readonly host?: string;
  readonly port?: number | string;
  readonly path?: string | null;
}

const loopback = /^(?:(?:[a-z0-9_-]+\.)*localhost|127(?:\.\d{1,3}){3}|::1|::ffff:127(?:\.\d{1,3}){3}|)$/i;

const given = process.env['TOMBSTONE_INTERCEPT'];
if (given !== undefined) lead(JSON.parse(given) as Settings);

function lead({ port, tlsPort, hosts, allowedPorts }: Settings): void {
  const patterns = hosts.map((source) => new RegExp(source, 'i'));
  const connect = net.Socket.prototype.connect as (this: Socket, ...args: unknown[]) => Socket;

  net.Socket.prototype.connect = function (this: Socket, ...args: unknown[]): Socket {
    const target = targetOf(args);
    const host = target.host ?? '';
    if (typeof target.path === 'string' || loopback.test(host)) return connect.apply(this, args);
    if (patterns.some((pattern) => pattern.test(host))) {
      // Whoever speaks TLS on top by himself has opened a plain connection to its port.
      const secure = this instanceof tls.TLSSocket || Number(target.port) === 443;
      return connect.apply(this, redirected(args, secure ? tlsPort : port));
    }
    const through = allowedPorts[`${host.toLowerCase()}:${target.port}`];
    if (through !== undefined) return connect.apply(this, redirected(args, through));
    return refuse(this, `${host.includes(':') ? `[${host}]` : host}:${target.port}`, port);
  } as typeof net.Socket.prototype.connect;
}

/** Where a call of `connect` leads: `(options)`, `(port, host)`, `(path)`, or Node's own list of options and callback. */
function targetOf(args: readonly unknown[]): Target {
  const [first, second] = args;
  const options: unknown = Array.isArray(first) ? first[0] : first;
  if (typeof options === 'object' && options !== null) return options;
  if (typeof options === 'string' && Number.isNaN(Number(options))) return { path: options };
  return { port: options as number, ...(typeof second === 'string' && { host: second }) };
}

function redirected(args: readonly unknown[], port: number): unknown[] {
  const [first, ...rest] = args;
  const to = { host: '127.0.0.1', port, lookup: undefined, localAddress: undefined };
  if (Array.isArray(first)) {
    // Node knows its own list by a mark that a copy would not have.
    first[0] = { ...first[0], ...to };
    return [...args];
  }
  if (typeof first === 'object') return [{ ...first, ...to }, ...rest];
  return [to, ...rest.filter((arg) => typeof arg === 'function')];
}

/** The proxy is asked, so that it knows, and says why. */
function refuse(socket: Socket, authority: string, port: number): Socket {
  // What is written before it fails has to wait for it.
  const connecting = (value: boolean) => Object.assign(socket, { connecting: value });
  connecting(true);
  const fail = (message: string) => {
    connecting(false);
    socket.destroy(Object.assign(new Error(message), { code: 'ECONNREFUSED', syscall: 'connect' }));
  };
  const asking = http.request({ host: '127.0.0.1', port, method: 'CONNECT', path: authority });
  asking.on('connect', ({ statusMessage = '' }, answered) => {
    answered.destroy();
    fail(statusMessage.replace(/^Forbidden: /, ''));
  });
  asking.on('error', ({ message }) => fail(message));
  asking.end();
  return socket;
}
