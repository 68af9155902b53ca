import type { EnterRow, FailureRow, Row } from '../../language/lifecycle.js';
import type { Use, WrittenEnterRow, WrittenFailureRow, WrittenRow } from '../written.js';
import { standingOf } from './basis.js';
import type { ExpandContext, Path } from './context.js';
import { expandEffects } from './effects.js';
import { expandList } from './list.js';
import { expandReply } from './reply.js';
import { splice } from './shared.js';
import { replyVariants } from './switchReplies.js';
import { expandFailureWhen, expandWhen } from './when.js';
import { mapValues } from './words.js';

/** @param on the operation's resource; empty where it has none. */
export function expandRows(
  written: readonly (WrittenRow | Use)[],
  on: string,
  path: Path,
  context: ExpandContext,
): readonly Row[] {
  return splice<WrittenRow>(written, 'rules', path, context).flatMap(({ item, path: at }) =>
    expandRow(item, on, at, context),
  );
}

function expandRow(row: WrittenRow, on: string, path: Path, context: ExpandContext): Row[] {
  const when = expandWhen(row.when, [...path, 'when'], context);
  const list = row.list && expandList(row.list, [...path, 'list'], context);
  const show = mapValues(row.show, (guard, field) => expandWhen(guard, [...path, 'show', field], context));
  return replyVariants(row, when, path, context).flatMap(({ reply, ...variant }): Row[] => {
    const answer = expandReply(reply);
    if (!answer) return [];
    const rest = { effects: expandEffects(row.effect, on), show, reply: answer, place: context.placeOf(path) };
    return [{ ...variant, ...rest, ...(list && { list }), ...(row.means && { means: row.means }) }];
  });
}

export function expandFailures(
  written: readonly WrittenFailureRow[] | undefined,
  path: Path,
  context: ExpandContext,
): readonly FailureRow[] {
  return (written ?? []).flatMap((row, index) => {
    const at = [...path, index];
    const when = expandFailureWhen(row.when, [...at, 'when'], context);
    return replyVariants(row, when, at, context).map(({ reply, ...variant }): FailureRow => {
      const answer = expandReply(reply);
      return { ...variant, ...(answer && { reply: answer }), place: context.placeOf(at) };
    });
  });
}

/** @param resource the resource whose state is entered. */
export function expandEnterRows(
  written: readonly (WrittenEnterRow | Use)[],
  resource: string,
  path: Path,
  context: ExpandContext,
): readonly EnterRow[] {
  return splice<WrittenEnterRow>(written, 'rules', path, context).map(({ item: row, path: at }): EnterRow => {
    if ('reply' in row)
      context.complain(
        'lifecycle-shape',
        `The row "${row.id}" answers with a reply; a row of a state entry has none.`,
        path,
      );
    const when = expandWhen(row.when, [...at, 'when'], context);
    const standing = standingOf(row, when.switch ?? {}, at, context);
    return { id: row.id, when, effects: expandEffects(row.effect, resource), ...standing, place: context.placeOf(at) };
  });
}
