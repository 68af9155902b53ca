import { apiKey, taskId, tasksPath } from '../tasks.js';
import { connectionsTo, leaveConnections } from './connections.js';
import { stayAwake } from './stayAwake.js';

/** What to send for how long. */
export interface Load {
  readonly port: number;
  readonly method: 'GET' | 'DELETE';
  /** The tasks it is sent for: so many from this number on. */
  readonly first: number;
  readonly count: number;
  /** What every answer must have. */
  readonly status: number;
  /** In turn until each has been sent once, or at random for so many milliseconds. */
  readonly until: 'each' | number;
}

/** What came of it. */
export interface LoadResult {
  readonly requests: number;
  readonly seconds: number;
  /** For how many of them the generator had nothing to do but wait. */
  readonly idle: number;
}

/** Sends a load over 64 connections. @throws where an answer has another status than expected */
export async function runLoad(load: Load): Promise<LoadResult> {
  const { port, method, first, count, status, until } = load;
  const rest = ` HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nX-Api-Key: ${apiKey}\r\nAccept: application/json\r\nUser-Agent: tombstone-bench\r\nConnection: keep-alive\r\n\r\n`;
  const start = performance.now();
  const end = until === 'each' ? Number.POSITIVE_INFINITY : start + until;
  const draw = until === 'each' ? inTurn(count) : atRandom(count);
  let sent = 0;
  let requests = 0;
  const next = () => {
    // Looking at the clock for each request would cost as much as the request.
    if ((until === 'each' && sent === count) || (sent % 64 === 0 && performance.now() >= end)) return undefined;
    sent += 1;
    return `${method} ${tasksPath}${taskId(first + draw())}${rest}`;
  };
  const answered = (seen: number) => {
    if (seen !== status) throw new Error(`${method} was answered with ${seen}; expected ${status}`);
    requests += 1;
  };
  const all = connectionsTo(port).map(
    (connection) => new Promise<void>((done) => connection.run({ next, answered, done })),
  );
  const sleep = stayAwake(() => requests);
  await Promise.all(all);
  const idle = sleep();
  const seconds = (performance.now() - start) / 1000;
  leaveConnections(port);
  return { requests, seconds, idle };
}

function inTurn(count: number): () => number {
  let at = -1;
  return () => {
    at = (at + 1) % count;
    return at;
  };
}

function atRandom(count: number): () => number {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * count);
  };
}
