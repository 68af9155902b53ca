import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/**
 * Runs a program to its end, or to the limit in milliseconds, and gives its status (null where it was stopped) and its
 * output. With `echo`, each line is printed as it comes, after that text.
 */
export function run(command, args, { cwd, env = process.env, limit, echo }) {
  return new Promise((resolve) => {
    // A group of its own, so that what it started ends with it.
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    const lines = [];
    const take = (line) => {
      lines.push(line);
      if (echo !== undefined) console.log(`${echo}${line}`);
    };
    createInterface({ input: child.stdout }).on('line', take);
    createInterface({ input: child.stderr }).on('line', take);
    const timer = setTimeout(() => {
      take(`stopped after ${limit / 1000} s`);
      process.kill(-child.pid, 'SIGKILL');
    }, limit);
    const end = (status) => {
      clearTimeout(timer);
      resolve({ status, lines });
    };
    child.on('error', (error) => {
      take(error.message);
      end(null);
    });
    child.on('close', end);
  });
}
