import { TombstoneError } from '../errors.js';
import type { Mock, SandboxOptions } from '../mock/mock.js';
import type { Listener, ListenOptions } from './listenOptions.js';
import { openListener } from './openListener.js';

/** A sandbox with a listener of its own, as control shows it. */
export interface ServedSandbox {
  readonly id: string;
  readonly baseUrl: string;
  /** Where its own control interface is. */
  readonly control: string;
  /** Provider → the base URL to give to a client. */
  readonly baseUrls: Readonly<Record<string, string>>;
}

/** The sandboxes made beside the one that a listener serves. */
export interface Sandboxes {
  /** @throws TombstoneError `bad-sandbox`, `too-many-sandboxes`, `cannot-listen` */
  readonly open: (options: SandboxOptions) => Promise<ServedSandbox>;
  /** @throws TombstoneError `unknown-sandbox` */
  readonly close: (id: string) => Promise<void>;
  readonly list: () => readonly ServedSandbox[];
  readonly closeAll: () => Promise<void>;
}

/**
 * Makes sandboxes beside `mock` and serves each on a free port of the same host, with the same token.
 *
 * @param parentUrl where they are made
 */
export function createSandboxes(mock: Mock, options: ListenOptions, parentUrl: () => string): Sandboxes {
  const { maxSandboxes = 256, onExchange: _, ...others } = options;
  /** By id. Those that are still being opened, or closed, take a port, too. */
  const opened = new Map<string, Promise<Listener>>();
  const shown = new Map<string, ServedSandbox>();
  let closing = false;

  async function close(id: string): Promise<void> {
    const opening = opened.get(id);
    if (opening === undefined) {
      throw new TombstoneError('unknown-sandbox', `There is no sandbox "${id}": it was closed, or it never was.`);
    }
    shown.delete(id);
    const listener = await opening.catch(() => undefined);
    await listener?.close();
    opened.delete(id);
  }

  return {
    async open(given) {
      if (closing || opened.size >= maxSandboxes) throw tooMany(maxSandboxes, closing);
      const sandbox = make(mock, given);
      const id = randomId();
      const opening = openListener(sandbox, { ...others, port: 0 }, { madeBy: parentUrl() });
      opened.set(id, opening);
      try {
        const served = describe(id, await opening);
        if (!closing) shown.set(id, served);
        return served;
      } catch (error) {
        opened.delete(id);
        throw error;
      }
    },
    close,
    list: () => [...shown.values()],
    async closeAll() {
      closing = true;
      await Promise.all([...opened.keys()].map(close));
    },
  };
}

/** Twelve hexadecimal digits that nobody guesses. */
function randomId(): string {
  return Buffer.from(crypto.getRandomValues(new Uint8Array(6))).toString('hex');
}

/** What a sandbox names that is not there is a mistake of the body, and no missing address. */
function make(mock: Mock, given: SandboxOptions): Mock {
  try {
    return mock.createSandbox(given);
  } catch (cause) {
    if (!(cause instanceof TombstoneError)) throw cause;
    throw new TombstoneError('bad-sandbox', cause.message.replace(` [${cause.code}]`, ''), { cause });
  }
}

function describe(id: string, { url, mock }: Listener): ServedSandbox {
  const baseUrls = Object.fromEntries(mock.providers().map((provider) => [provider.id, `${url}${provider.basePath}`]));
  return { id, baseUrl: url, control: `${url}/_tombstone`, baseUrls };
}

function tooMany(most: number, closing: boolean): TombstoneError {
  const why = closing
    ? 'The listener is being closed'
    : `There are ${most} sandboxes, which is the most there may be. Delete those that are not needed any more: DELETE /_tombstone/sandboxes/{id}; or start with a higher maxSandboxes`;
  return new TombstoneError('too-many-sandboxes', `${why}.`);
}
