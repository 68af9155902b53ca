import { TombstoneError } from '../errors.js';
import type { Case } from './case.js';

/**
 * Does an id fit a pattern? `*` is one part of it, `**` any number of parts; a pattern also fits what stands below it:
 * `huawei-mpc/deleteTranscodingTask` fits all cases of the operation.
 */
export function fitsPattern(id: string, pattern: string): boolean {
  return fits(id.split('/'), pattern.split('/'));
}

function fits(parts: readonly string[], [first, ...rest]: readonly string[]): boolean {
  if (first === undefined) return true;
  if (first === '**') return fits(parts, rest) || (parts.length > 0 && fits(parts.slice(1), ['**', ...rest]));
  const [part, ...others] = parts;
  return part !== undefined && (first === '*' || first === part) && fits(others, rest);
}

/**
 * The cases that fit one of the patterns; all of them without patterns.
 *
 * @throws TombstoneError `no-such-case` for a pattern that fits none
 */
export function selectCases(cases: readonly Case[], patterns: readonly string[]): readonly Case[] {
  if (patterns.length === 0) return cases;
  for (const pattern of patterns) {
    if (cases.some(({ id }) => fitsPattern(id, pattern))) continue;
    throw new TombstoneError(
      'no-such-case',
      `No case fits "${pattern}". * stands for one part of an id, ** for any number; \`tombstone list\` shows the ids.`,
    );
  }
  return cases.filter(({ id }) => patterns.some((pattern) => fitsPattern(id, pattern)));
}
