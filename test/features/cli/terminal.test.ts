import { expect, test } from 'vitest';
import { createTerminal } from '../../../src/cli/terminal.js';
import { tombstone } from './support/tombstone.js';

const red = (isTTY: boolean, environment: Record<string, string>) => {
  const stream = { isTTY, write: () => true };
  return createTerminal(stream, stream, environment).paint.red('x');
};

test('colours are for terminals', () => {
  expect(red(true, {})).toBe('\u001b[31mx\u001b[39m');
  expect(red(false, {})).toBe('x');
});

test('NO_COLOR and a terminal without colours are respected; an empty NO_COLOR is none', () => {
  expect(red(true, { NO_COLOR: '1' })).toBe('x');
  expect(red(true, { TERM: 'dumb' })).toBe('x');
  expect(red(true, { NO_COLOR: '' })).not.toBe('x');
});

test('through a pipe nothing is coloured', async () => {
  const outputs = await Promise.all([tombstone('--help'), tombstone('explain', 'twelvelabs'), tombstone('lint')]);
  for (const { stdout } of outputs) expect(stdout).not.toContain('\u001b');
});
