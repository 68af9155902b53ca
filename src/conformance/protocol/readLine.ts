import { clip } from '../rungs/process/clip.js';
import type { CheckMessage } from './checkMessage.js';
import type { AdapterMessage } from './messages.js';
import type { MessageName } from './messageValidator.js';

/** What a line of an adapter is. */
export type AdapterLine =
  | { readonly is: 'message'; readonly message: AdapterMessage }
  /** A message of a type this version does not have; it is ignored. */
  | { readonly is: 'foreign'; readonly type: string }
  /** Meant as a message, and none. `seq` where it has one. */
  | { readonly is: 'wrong'; readonly why: string; readonly seq?: number }
  /** Never meant as a message. */
  | { readonly is: 'noise'; readonly why: string };

const names: Readonly<Record<string, MessageName>> = {
  hello: 'HelloReply',
  result: 'ResultReply',
  unsupported: 'UnsupportedReply',
  fault: 'FaultReply',
};

/** Reads a line of an adapter's standard output; undefined for an empty one. */
export function readLine(text: string, check: CheckMessage): AdapterLine | undefined {
  if (text.trim() === '') return undefined;
  const value = parse(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { is: 'noise', why: `It printed a line that is no message: ${clip(text)}` };
  }
  const { type, seq } = value as { readonly type?: unknown; readonly seq?: unknown };
  if (typeof type !== 'string') return { is: 'noise', why: `It printed a JSON object without a type: ${clip(text)}` };
  const name = Object.hasOwn(names, type) ? names[type] : undefined;
  if (!name) return { is: 'foreign', type };
  const complaint = check(name, value);
  if (complaint === undefined) return { is: 'message', message: value as AdapterMessage };
  const why = `Its message is not as the protocol has it: ${complaint}. The line: ${clip(text)}`;
  return { is: 'wrong', why, ...(typeof seq === 'number' ? { seq } : {}) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
