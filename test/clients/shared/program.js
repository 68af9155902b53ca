import { spawnSync } from 'node:child_process';

/** Runs a program to its end, and gives its status and all it printed. */
export function program(command, args, cwd, env = {}) {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  return { status, printed: `${stdout}${stderr}` };
}

/** Runs one that has to succeed. */
export function must(command, args, cwd) {
  const { status, printed } = program(command, args, cwd);
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}: ${printed}`);
}
