import { parseArgs } from 'node:util';
import { didYouMean, TombstoneError } from '../errors.js';
import type { Command, GivenOption, Option } from './command.js';

/** What a command line says. */
export interface ParsedCommandLine {
  readonly help: boolean;
  readonly positionals: readonly string[];
  readonly options: Readonly<Record<string, GivenOption>>;
  /** What follows `--`, where the command takes a command line of its own there; empty where there is none. */
  readonly rest: readonly string[];
}

/**
 * Reads the arguments after a command's name, by its table of options.
 *
 * @throws TombstoneError `bad-usage`, with the nearest name
 */
export function parseCommandLine(command: Command, argv: readonly string[]): ParsedCommandLine {
  const { name: of, options, takesCommand } = command;
  const end = takesCommand ? argv.indexOf('--') : -1;
  const [own, rest] = end === -1 ? [argv, []] : [argv.slice(0, end), argv.slice(end + 1)];
  const types = Object.fromEntries(Object.entries(options).map(([name, { type }]) => [name, { type }]));
  // Not strict: node's own complaints know nothing of near names, so the tokens are checked here.
  const { tokens } = parseArgs({
    args: [...own],
    options: { ...types, help: { type: 'boolean', short: 'h' } },
    strict: false,
    tokens: true,
  });
  const given: Record<string, GivenOption> = {};
  const positionals: string[] = [];
  let help = false;
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    if (token.name === 'help') help = true;
    else {
      const value = readOption(of, token, options);
      given[token.name] = options[token.name]?.multiple ? [...earlier(given[token.name]), String(value)] : value;
    }
  }
  return { help, positionals, options: given, rest };
}

function earlier(given: GivenOption | undefined): readonly string[] {
  return Array.isArray(given) ? given : [];
}

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value: string | undefined;
  readonly inlineValue: boolean | undefined;
}

function readOption(command: string, token: OptionToken, options: Command['options']): string | true {
  const { name, rawName, value } = token;
  const option = Object.hasOwn(options, name) && rawName === `--${name}` ? options[name] : undefined;
  if (!option) {
    const known = Object.keys(options).map((one) => `--${one}`);
    throw usage(command, `${command} has no option ${rawName}.${didYouMean(rawName, known)}`);
  }
  if (option.type === 'boolean') {
    if (value === undefined) return true;
    throw usage(command, `${rawName} takes no value, and was given "${value}".`);
  }
  // `--port --json`: the next option is no value, unless it is written with `=` or is a number below zero.
  const isMissing = value === undefined || (!token.inlineValue && /^-(?!\d)/.test(value));
  if (isMissing) throw usage(command, `${rawName} needs a value: ${rawName} ${placeholder(option)}.`);
  if (option.choices && !option.choices.includes(value)) {
    const hint = didYouMean(value, option.choices);
    throw usage(command, `${rawName} is "${value}"; expected ${option.choices.join(', ')}.${hint}`);
  }
  return value;
}

/** What stands for the value of an option in help. */
export function placeholder({ choices, value }: Option): string {
  return choices?.join('|') ?? value ?? 'VALUE';
}

function usage(command: string, message: string): TombstoneError {
  return new TombstoneError('bad-usage', `${message} \`tombstone ${command} --help\` lists the options.`);
}
