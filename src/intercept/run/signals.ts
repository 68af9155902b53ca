/** The signals that are for the command and not for us. */
export interface Signals {
  /** The first one that came. */
  readonly first: NodeJS.Signals | undefined;
  /** Hands on those that come from now on. */
  handTo(take: (signal: NodeJS.Signals) => void): void;
}

const handled = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const;

/** Holds signals until this process ends: one that comes while things are started or taken down must not leave them behind. */
export function holdSignals(): Signals {
  let first: NodeJS.Signals | undefined;
  let taker: ((signal: NodeJS.Signals) => void) | undefined;
  const hear = (signal: NodeJS.Signals) => {
    first ??= signal;
    taker?.(signal);
  };
  for (const signal of handled) process.on(signal, hear);
  return {
    get first() {
      return first;
    },
    handTo(take) {
      taker = take;
    },
  };
}
