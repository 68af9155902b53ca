import { describe, expect, it } from 'vitest';
import { defineCommand } from '../../../src/cli/command.js';
import { parseCommandLine } from '../../../src/cli/parseCommandLine.js';

const table = {
  name: 'try',
  summary: 'Try',
  takes: '[name…]',
  examples: [],
  options: { rung: { type: 'string', about: 'How' } },
  run: () => 0,
} as const;
const own = defineCommand(table);
const starter = defineCommand({ ...table, takesCommand: true });

describe('`--`', () => {
  it('begins the command line of another program, which is left as it stands', () => {
    const argv = ['a', '--rung', 'exec', '--', 'node', '--help', '--rung=x', '-h', '--', 'a b'];
    expect(parseCommandLine(starter, argv)).toEqual({
      help: false,
      positionals: ['a'],
      options: { rung: 'exec' },
      rest: ['node', '--help', '--rung=x', '-h', '--', 'a b'],
    });
  });

  it('ends the options where a command starts no other program', () => {
    expect(parseCommandLine(own, ['--', '--rung', 'b'])).toEqual({
      help: false,
      positionals: ['--rung', 'b'],
      options: {},
      rest: [],
    });
  });

  it('is no value of the option before it', () => {
    expect(() => parseCommandLine(starter, ['--rung', '--', 'node'])).toThrow('--rung needs a value');
  });
});
