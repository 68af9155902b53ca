import type { Mock, PlainRequest } from '../../src/index.js';
import { encodeForm } from '../../src/request/encodeForm.js';
import type { Dice } from './dice.js';
import { layFaults } from './faults.js';
import { matches } from './matches.js';
import type { Way } from './ways.js';
import type { Foreseen, Seen, Turn, World } from './world.js';

/** Plays one provider's random calls, and holds the answers against its model. */
export interface Player {
  readonly world: World;
  /** Takes one turn. @throws Error that tells the call and what came of it */
  readonly play: (way: Way) => Promise<void>;
  /** How many calls a fault broke. */
  readonly broken: () => number;
  /** Operation → how many of its calls had their effect, and were answered so. */
  readonly done: ReadonlyMap<string, number>;
}

export function createPlayer(mock: Mock, world: World, dice: Dice): Player {
  const layer = layFaults(mock, world.provider, dice);
  const idsOf = ({ resource, key }: NonNullable<Turn['makes']>) =>
    mock.records.all(world.provider, resource).map((record) => record[key]);

  const done = new Map<string, number>();

  async function play(way: Way): Promise<void> {
    const turn = world.next(dice);
    layer.shuffle(turn.operation);
    const before = turn.makes && layer.standing() ? new Set(idsOf(turn.makes)) : undefined;
    const sending = way(requestFor(turn, world));
    // In this process there is no need to wait, and waiting is what would take most of the time.
    const seen = sending instanceof Promise ? await sending : sending;
    const struck = layer.struck();
    if (struck === undefined) {
      if (seen === undefined) throw surprise(turn, 'an answer', seen);
      judge(turn, seen);
      if (seen.status < 300) done.set(turn.operation, (done.get(turn.operation) ?? 0) + 1);
    } else {
      if (seen?.status !== struck.status) throw surprise(turn, struck, seen);
      if (struck.executed) foresee(turn, lostAnswer(turn, before));
    }
  }

  /** What the lost answer must have said: the id of what is there now and was not before. */
  function lostAnswer({ makes }: Turn, before: ReadonlySet<unknown> = new Set()): Seen {
    const made = makes && idsOf(makes).find((id) => !before.has(id));
    return { status: 0, headers: {}, body: makes ? { [makes.as]: made } : undefined };
  }

  return { world, play, broken: layer.hits, done };
}

function judge(turn: Turn, seen: Seen): void {
  const foreseen = foresee(turn, seen);
  const fits = 'refused' in foreseen ? foreseen.refused.includes(seen.status) : matches(foreseen, seen);
  if (!fits) throw surprise(turn, foreseen, seen);
}

/** A model itself looks at the ids that answers give. */
function foresee(turn: Turn, seen: Seen): Foreseen {
  try {
    return turn.foresee(seen);
  } catch (error) {
    throw surprise(turn, error instanceof Error ? error.message : error, seen);
  }
}

function requestFor({ method, target, content }: Turn, world: World): PlainRequest {
  const headers = { host: 'localhost', ...world.credentials(method, target) };
  if (content === undefined) return { method, target, headers };
  if ('json' in content) {
    const body = new TextEncoder().encode(JSON.stringify(content.json));
    return { method, target, headers: { ...headers, 'content-type': 'application/json' }, body };
  }
  const { bytes, contentType } = encodeForm(content.form);
  return { method, target, headers: { ...headers, 'content-type': contentType }, body: bytes };
}

function surprise({ method, target, content }: Turn, foreseen: unknown, seen: unknown): Error {
  const [sent, expected, got] = [content, foreseen, seen].map((value) => JSON.stringify(value) ?? 'nothing');
  return new Error(`${method} ${target} with ${sent}: expected ${expected}, got ${got}`);
}
