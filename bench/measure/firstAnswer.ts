import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** Milliseconds from starting a process until it has answered one request with 200. It prints its address as JSON, `url`. */
export async function firstAnswer(
  args: readonly string[],
  path: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<number> {
  const start = performance.now();
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const { url } = JSON.parse(await firstLine(child)) as { readonly url: string };
    const response = await fetch(url + path, { headers: { ...headers, connection: 'close' } });
    await response.arrayBuffer();
    if (response.status !== 200) throw new Error(`${url}${path} answered ${response.status}`);
    return performance.now() - start;
  } finally {
    const exit = once(child, 'exit');
    child.kill();
    await exit;
  }
}

async function firstLine(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('the process has no output');
  for await (const line of createInterface({ input: child.stdout })) return line;
  throw new Error('the process ended before it said where it listens');
}
