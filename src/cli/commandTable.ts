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
  replay: {
    summary: 'Take a client through one case, without a limit of time',
    load: async () => (await import('./commands/replay.js')).replay,
  },
  baseline: {
    summary: 'Bring a baseline up to date with a run',
    load: async () => (await import('./commands/baseline.js')).baseline,
  },
  run: {
    summary: 'Run any program, unmodified, against the mocks',
    load: async () => (await import('./commands/run.js')).run,
  },
  env: {
    summary: 'Print the variables that lead programs to the mocks',
    load: async () => (await import('./commands/env.js')).env,
  },
  lint: {
    summary: 'Check contracts, each complaint with file, line and column',
    load: async () => (await import('./commands/lint.js')).lint,
  },
  report: {
    summary: 'Show saved reports of conformance runs again, several side by side',
    load: async () => (await import('./commands/report.js')).report,
  },
  adapter: {
    summary: 'Find what is wrong with an adapter before any case does',
    load: async () => (await import('./commands/adapter.js')).adapter,
  },
};
