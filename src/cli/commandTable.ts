import type { Command } from './command.js';

/** A command as the table knows it: its file is read when it is called. */
export interface CommandEntry {
  readonly summary: string;
  readonly load: () => Promise<Command>;
}

/** Every command there is. */
export const commandTable: Readonly<Record<string, CommandEntry>> = {
  serve: {
    summary: 'Serve providers on a port',
    load: async () => (await import('./commands/serve.js')).serve,
  },
  request: {
    summary: 'Send one signed request, and show its answer and the rule that decided',
    load: async () => (await import('./commands/request.js')).request,
  },
  verify: {
    summary: "Walk a provider's rules as a client against any server",
    load: async () => (await import('./commands/verify.js')).verify,
  },
  explain: {
    summary: 'Show a rule, an operation, a provider or an exchange in words',
    load: async () => (await import('./commands/explain.js')).explain,
  },
  lint: {
    summary: 'Check contracts, each complaint with file, line and column',
    load: async () => (await import('./commands/lint.js')).lint,
  },
};

/** Commands that are planned. */
export const laterCommands: readonly string[] = [
  'conform',
  'run',
  'env',
  'list',
  'show',
  'replay',
  'adapter',
  'baseline',
];
