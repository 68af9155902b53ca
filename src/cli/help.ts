import { columns } from '../report/columns.js';
import type { Paint } from '../report/paint.js';
import type { Command } from './command.js';
import type { CommandEntry } from './commandTable.js';
import { placeholder } from './parseCommandLine.js';

/** The help of a command, made from its table of options. */
export function commandHelp(command: Command, paint: Paint): string {
  const { name, summary, takes, details = [], examples, options } = command;
  const rows = [
    ...Object.entries(options).map(([option, spec]) => [
      `--${option}${spec.type === 'boolean' ? '' : ` ${placeholder(spec)}`}`,
      spec.about + (spec.default === undefined ? '' : ` (default: ${spec.default})`),
    ]),
    ['-h, --help', 'Show this'],
  ];
  return [
    `${paint.bold('Usage:')} tombstone ${name} ${takes}${takes === '' ? '' : ' '}[options]`,
    '',
    `${summary}.`,
    ...details.flatMap((paragraph) => ['', paragraph]),
    '',
    paint.bold('Options:'),
    ...columns(rows, '  '),
    '',
    paint.bold('Examples:'),
    ...examples.map((line) => `  ${line}`),
  ].join('\n');
}

/** What there is, made from the table of commands. */
export function generalHelp(commands: Readonly<Record<string, CommandEntry>>, paint: Paint): string {
  return [
    `${paint.bold('Usage:')} tombstone <command> [options]`,
    '',
    'A stateful mock of "delete a task" APIs, and a judge of the clients that call them.',
    '',
    paint.bold('Commands:'),
    ...columns(
      Object.entries(commands).map(([name, { summary }]) => [name, summary]),
      '  ',
    ),
    '',
    '`tombstone <command> --help` shows what a command takes. `tombstone --version` shows the version.',
  ].join('\n');
}
