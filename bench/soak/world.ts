import type { RecordFields } from '../../src/index.js';
import type { Form } from '../../test/compliance/model/support/sandbox.js';
import type { Dice } from './dice.js';

/** What came back; a body that is JSON is read. */
export interface Seen {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** What a model foresees: an answer that has at least this, or a refusal with one of these statuses. */
export type Foreseen = { readonly status: number; readonly body?: unknown } | { readonly refused: readonly number[] };

/** One call, and what it does in the model. */
export interface Turn {
  readonly operation: string;
  readonly method: string;
  readonly target: string;
  readonly content?: { readonly json: unknown } | { readonly form: Form };
  /** Takes the step in the model. */
  readonly foresee: (answer: Seen) => Foreseen;
  /** Where to look for what was made when the answer that names it is lost. */
  readonly makes?: { readonly resource: string; readonly key: string; readonly as: string };
}

/** All records of a resource, as control shows them. */
export type Held = (resource: string) => readonly RecordFields[];

/** One provider: its model, and random calls of it. */
export interface World {
  readonly provider: string;
  readonly credentials: (method: string, target: string) => Readonly<Record<string, string>>;
  readonly next: (dice: Dice) => Turn;
  /** Time has passed. `long`: enough for everything to finish. */
  readonly follow: (held: Held, long: boolean) => void;
  /** Resource → what the model and the mock say of it, one text per record. */
  readonly compare: (held: Held) => Readonly<Record<string, readonly [readonly string[], readonly string[]]>>;
  /** Forgets ids long gone, and names records that are too many, for control to remove. */
  readonly trim: () => readonly { readonly resource: string; readonly key: string | number }[];
}

/** More records of a resource than this are removed by control, so that the sandbox's state stays as large as it is. */
const most = 60;
/** Ids long gone that a model remembers. */
const remembered = 100;

/** Takes the oldest out of a list that is too long; leaves the list as it should be. */
export function overflow<T>(list: T[]): T[] {
  return list.length > most ? list.splice(0, list.length - most / 2) : [];
}

export function forget(gone: unknown[]): void {
  if (gone.length > remembered) gone.splice(0, gone.length - remembered);
}

/** Mostly an id that lives, sometimes one that is gone or never was. */
export function idFrom<Id>(dice: Dice, known: readonly Id[], gone: readonly Id[], never: Id): Id {
  const from = dice.chance(0.8) ? known : dice.chance(0.5) ? gone : [];
  return from.length === 0 ? never : dice.of(from);
}
