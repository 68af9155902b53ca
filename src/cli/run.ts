import { readVersion } from '../contract/readVersion.js';
import { didYouMean, TombstoneError } from '../errors.js';
import type { Command } from './command.js';
import { commandTable } from './commandTable.js';
import { commandHelp, generalHelp } from './help.js';
import { parseCommandLine } from './parseCommandLine.js';
import type { Terminal } from './terminal.js';

/** Exit statuses: what was asked for could not be understood or done, and a defect of ours. */
const cannot = 2;
const defect = 3;

/** Does what a command line says; gives the exit status. */
export async function run(argv: readonly string[], terminal: Terminal): Promise<number> {
  try {
    return await dispatch(argv, terminal);
  } catch (error) {
    if (error instanceof TombstoneError) {
      terminal.err(`tombstone: ${error.message}`);
      return cannot;
    }
    terminal.err(`tombstone: a defect of tombstone itself\n${error instanceof Error ? error.stack : String(error)}`);
    return defect;
  }
}

async function dispatch([name, ...rest]: readonly string[], terminal: Terminal): Promise<number> {
  const { paint } = terminal;
  if (name === undefined) {
    terminal.err(generalHelp(commandTable, paint));
    return cannot;
  }
  if (name === '--version' || name === '-v') {
    terminal.out(readVersion());
    return 0;
  }
  if (name === '--help' || name === '-h' || name === 'help') {
    const [of] = rest;
    terminal.out(of === undefined ? generalHelp(commandTable, paint) : commandHelp(await findCommand(of), paint));
    return 0;
  }
  const command = await findCommand(name);
  const { help, positionals, options, rest: after } = parseCommandLine(command, rest);
  if (!help) return command.run(positionals, options, terminal, after);
  terminal.out(commandHelp(command, paint));
  return 0;
}

async function findCommand(name: string): Promise<Command> {
  const entry = Object.hasOwn(commandTable, name) ? commandTable[name] : undefined;
  if (entry) return entry.load();
  const isOption = name.startsWith('-');
  const kind = isOption ? 'an option where a command is expected' : 'no command';
  const known = Object.keys(commandTable);
  const hint = isOption ? '' : didYouMean(name, known);
  throw new TombstoneError(
    'bad-usage',
    `"${name}" is ${kind}.${hint} Commands: ${known.join(', ')}. \`tombstone --help\` shows more.`,
  );
}
