import type { Terminal } from './terminal.js';

/** One option of a command; help is made from it. */
export interface Option {
  readonly type: 'string' | 'boolean';
  /** What stands for its value in help: `N`. */
  readonly value?: string;
  /** The only values it takes. */
  readonly choices?: readonly string[];
  /** May be given several times. */
  readonly multiple?: true;
  readonly about: string;
  /** What holds where it is not given, as help says it. */
  readonly default?: string;
}

export type Options = Readonly<Record<string, Option>>;

/** The options given. A boolean one is there or not. */
export type OptionValues<O extends Options> = {
  readonly [Name in keyof O]?: O[Name]['type'] extends 'boolean'
    ? true
    : O[Name] extends { readonly multiple: true }
      ? readonly string[]
      : O[Name] extends { readonly choices: readonly (infer Choice)[] }
        ? Choice
        : string;
};

/** A command as its file declares it. */
export interface CommandSpec<O extends Options> {
  readonly name: string;
  readonly summary: string;
  /** What stands after the name, in help: `[provider…]`. */
  readonly takes: string;
  /** Paragraphs of help below the summary. */
  readonly details?: readonly string[];
  readonly examples: readonly string[];
  readonly options: O;
  /** What follows `--` is the command line of another program, which `run` gets as it stands. */
  readonly takesCommand?: true;
  /** Does it; gives the exit status. */
  readonly run: (
    positionals: readonly string[],
    options: OptionValues<O>,
    terminal: Terminal,
    rest: readonly string[],
  ) => Promise<number> | number;
}

/** What an option was given: its value, or its values; a boolean one is just there. */
export type GivenOption = string | true | readonly string[];

/** A command, whatever its options are. */
export interface Command extends Omit<CommandSpec<Options>, 'run'> {
  readonly run: (
    positionals: readonly string[],
    options: Readonly<Record<string, GivenOption>>,
    terminal: Terminal,
    rest: readonly string[],
  ) => Promise<number> | number;
}

/** Declares a command; its options are typed by their table. */
export function defineCommand<const O extends Options>(spec: CommandSpec<O>): Command {
  // `parseCommandLine` lets nothing through but what the table declares, which is what the types say.
  return spec as unknown as Command;
}
