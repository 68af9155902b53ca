import type { ReportWord } from '../../language/lifecycle.js';
import type { DerivedCase } from './deriveCases.js';
import type { FailureCase } from './failureCase.js';

/** `deleteTask of a task that is indexing: 400, told as "refused".` */
export function decisionTitle({ operation, stage, situation, expect }: DerivedCase): string {
  return `${operation}${ofWhat(stage.own?.resource, situation.state)}: ${expect.status}${toldAs(expect.words)}.`;
}

/** `deleteTask refused before it decides (throttled): 429, told as "throttled".` */
export function failureTitle({ sends, situation, expect }: FailureCase): string {
  const { kind, cause, in: place, at } = situation;
  const where = [place, at].filter((text) => text !== undefined && text !== '').join(' ');
  const what = [cause === undefined ? kind : `${kind}, ${cause}`, where].filter((text) => text !== '').join(': ');
  return `${sends.operation}, ${what}: ${expect.status}${toldAs(expect.words)}.`;
}

/** `deleteTask, when the response is lost: told as what the client knows.` */
export function faultTitle(operation: string, about: string): string {
  return `${operation}, when ${about}: the client tells no more than it knows.`;
}

function ofWhat(resource: string | undefined, state: string | undefined): string {
  if (resource === undefined || state === undefined) return '';
  if (state === 'absent') return ` of a ${resource} that does not exist`;
  return state === 'present' ? ` of a ${resource}` : ` of a ${resource} that is ${state}`;
}

function toldAs(words: readonly ReportWord[]): string {
  return words.length === 0 ? '' : `, told as ${words.map((word) => `"${word}"`).join(' or ')}`;
}
