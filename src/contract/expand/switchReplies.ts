import type { When } from '../../language/lifecycle.js';
import type { OneOrMore, WrittenBasis, WrittenReply } from '../written.js';
import { checkSwitch, type Standing, standingOf } from './basis.js';
import type { ExpandContext, Path } from './context.js';

interface ReplyingRow {
  readonly id: string;
  readonly basis?: WrittenBasis;
  readonly source?: OneOrMore<string>;
  readonly switch?: string;
  readonly reply?: WrittenReply | Readonly<Record<string, WrittenReply>>;
}

/** A row with one reply: the row as it is written, or one value of its switch. */
type Variant<W> = Standing & { readonly id: string; readonly when: W; readonly reply: WrittenReply };

/** One row as it is, or a row with `switch` as one row `id@value` per value, guarded by that value. */
export function replyVariants<W extends Pick<When, 'switch'>>(
  row: ReplyingRow,
  when: W,
  path: Path,
  context: ExpandContext,
): Variant<W>[] {
  const { reply } = row;
  if (reply === undefined) {
    context.complain('lifecycle-shape', `The row "${row.id}" has no reply; a row of a decision table needs one.`, path);
    return [];
  }
  if (row.switch === undefined) {
    return [{ id: row.id, when, reply: reply as WrittenReply, ...standingOf(row, when.switch ?? {}, path, context) }];
  }
  const name = row.switch;
  const replies = reply as Readonly<Record<string, WrittenReply>>;
  checkValues(name, Object.keys(replies), path, context);
  return Object.entries(replies).map(([value, answer]): Variant<W> => {
    const guards = { ...when.switch, [name]: [value] };
    return {
      id: `${row.id}@${value}`,
      when: { ...when, switch: guards },
      reply: answer,
      ...standingOf(row, guards, path, context),
    };
  });
}

function checkValues(name: string, given: readonly string[], path: Path, context: ExpandContext): void {
  const values = Object.keys(checkSwitch(name, [...path, 'switch'], context)?.values ?? {});
  if (values.length === 0) return;
  const missing = values.filter((value) => !given.includes(value));
  const extra = given.filter((value) => !values.includes(value));
  const complain = (message: string, at: Path) => context.complain('switch-values', message, at);
  if (missing.length > 0)
    complain(`No reply for the value ${missing.join(', ')} of the switch ${name}.`, [...path, 'reply']);
  for (const value of extra)
    complain(`The switch ${name} has no value "${value}"; it has ${values.join(', ')}.`, [...path, 'reply', value]);
}
