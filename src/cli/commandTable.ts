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
  explain: {
    summary: 'Show a rule, an operation, a provider or an exchange in words',
    load: async () => (await import('./commands/explain.js')).explain,
  },
  conform: {
    summary: "Judge a client by a provider's rules",
    load: async () => (await import('./commands/conform.js')).conform,
  },
  list: {
    summary: 'List the conformance cases',
    load: async () => (await import('./commands/list.js')).list,
  },
  show: {
    summary: 'Show a conformance case',
    load: async () => (await import('./commands/show.js')).show,
  },
  lint: {
    summary: 'Check contracts, each complaint with file, line and column',
    load: async () => (await import('./commands/lint.js')).lint,
  },
  adapter: {
    summary: 'Find what is wrong with an adapter before any case does',
    load: async () => (await import('./commands/adapter.js')).adapter,
  },
};

/** Commands that are planned. */
export const laterCommands: readonly string[] = ['verify', 'run', 'env', 'replay', 'baseline'];
