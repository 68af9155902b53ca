import { createInterface } from 'node:readline';

/** Waits until a line comes on standard input, or its end. */
export function enterPressed(): Promise<void> {
  return new Promise((resolve) => {
    const lines = createInterface({ input: process.stdin });
    lines.once('line', () => {
      lines.close();
      resolve();
    });
    lines.once('close', resolve);
  });
}
