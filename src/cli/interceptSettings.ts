import type { InterceptOptions } from '../intercept/intercept.js';
import { wholeNumber } from './wholeNumber.js';

/** What `run` and `env` are told of the proxy. @throws TombstoneError `bad-usage` */
export function interceptSettings(options: {
  readonly allow?: readonly string[];
  readonly port?: string;
  readonly 'tls-port'?: string;
}): Pick<InterceptOptions, 'allow' | 'port' | 'tlsPort'> {
  const { allow } = options;
  const port = wholeNumber('port', options.port);
  const tlsPort = wholeNumber('tls-port', options['tls-port']);
  return {
    ...(allow && { allow }),
    ...(port !== undefined && { port }),
    ...(tlsPort !== undefined && { tlsPort }),
  };
}
