import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { root } from './suites.js';

const binary = join(root, 'dist', 'src', 'cli', 'main.js');
const loopback = ['127.0.0.1', 'localhost'];

/** Starts the built server on a free port; `env` tells a suite where it is. */
export async function startServer(args) {
  const child = spawn(process.execPath, [binary, 'serve', '--port', '0', '--json', ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const end = new Promise((resolve) => child.on('close', resolve));
  const url = await new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const said = JSON.parse(line);
      if (said.event === 'listening') resolve(said.url);
    });
    end.then((status) => reject(new Error(`tombstone serve ended with ${status}. Is it built? npm run build`)));
  });
  const noProxy = [process.env.NO_PROXY ?? process.env.no_proxy, ...loopback].filter(Boolean).join(',');
  return {
    // What reaches other hosts through a proxy must not look for this one there.
    env: { TOMBSTONE_URL: url, TOMBSTONE_BIN: binary, NODE: process.execPath, NO_PROXY: noProxy, no_proxy: noProxy },
    stop() {
      child.kill('SIGTERM');
      return end;
    },
  };
}
