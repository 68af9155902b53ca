import type { Expression } from '../../language/expression.js';
import { findExample } from '../../language/findExample.js';
import type { Effect, ListRule, Place, Reply, Row, Value, When } from '../../language/lifecycle.js';
import { examplePlace } from './examplePlace.js';
import { expressionsIn, type FoundExpression } from './expressionsIn.js';
import { guardsOf } from './guards.js';
import { actingRows, called, type decideRows, failureRowsOf, type LintSubject } from './subject.js';

/** Where an expression stands; it says what has a value there. */
export type ExpressionContext =
  | 'input'
  | 'guard'
  | 'list'
  | 'effect'
  | 'reply'
  | 'list reply'
  | 'failure'
  | 'header'
  | 'field'
  | 'entry';

/** An expression of a reply; those of an example know where it is written. */
interface AnsweredExpression extends FoundExpression {
  readonly example?: { readonly name: string; readonly place: Place };
}

/** An expression with what a message about it needs. */
export interface UsedExpression extends AnsweredExpression {
  readonly context: ExpressionContext;
  /** Whose expression it is, to begin a sentence with. */
  readonly said: string;
  readonly place: Place;
  readonly operationId?: string;
  /** The resource `$record` is of. */
  readonly on?: string;
  /** The names this row gives to records it makes. */
  readonly made: readonly string[];
}

/** The roots of expressions that have a value somewhere. */
export type Allowed = readonly Expression['from'][];

const anywhere: Allowed = ['switch', 'now', 'exchange'];
const onRequest: Allowed = ['request', 'body', ...anywhere];
const onRecord: Allowed = ['record', 'related', 'resource'];

const allowed: Readonly<Record<ExpressionContext, Allowed>> = {
  input: ['request', 'body'],
  guard: ['request', 'body'],
  list: onRequest,
  effect: [...onRequest, ...onRecord, 'made'],
  reply: [...onRequest, ...onRecord, 'made', 'missing'],
  'list reply': [...onRequest, ...onRecord, 'made', 'missing', 'list'],
  failure: [...onRequest, 'failure', 'resource'],
  header: anywhere,
  field: [...onRequest, ...onRecord],
  entry: [...anywhere, ...onRecord, 'made'],
};

/** The roots that have a value in a context. */
export function allowedBy(context: ExpressionContext): Allowed {
  return allowed[context];
}

/** Every expression of the lifecycle and of the examples its replies name. */
export function usesOf(subject: LintSubject): UsedExpression[] {
  return [
    ...operationInputs(subject),
    ...rowUses(subject),
    ...failureUses(subject),
    ...resourceUses(subject),
    ...headerUses(subject),
  ];
}

function operationInputs({ lifecycle }: LintSubject): UsedExpression[] {
  return Object.entries(lifecycle.operations).flatMap(([operationId, { by, bind, place }]) => {
    const about = { context: 'input', place, operationId, made: [] } as const;
    const key =
      by === undefined
        ? []
        : asExpression(by).map((found) => ({ ...found, ...about, said: `\`by\` of ${operationId}` }));
    const bound = Object.entries(bind).flatMap(([ref, text]) =>
      asExpression(text).map((found) => ({ ...found, ...about, said: `\`bind\` ${ref} of ${operationId}` })),
    );
    return [...key, ...bound];
  });
}

function rowUses(subject: LintSubject): UsedExpression[] {
  return actingRows(subject).flatMap((tabled) => {
    const { row } = tabled;
    const made = row.effects.flatMap((effect) =>
      effect.do === 'create' && effect.as !== undefined ? [effect.as] : [],
    );
    const about = {
      said: called(row),
      place: row.place,
      made,
      ...(tabled.table === 'decide' ? { operationId: tabled.operationId } : {}),
      ...(tabled.on === undefined ? {} : { on: tabled.on }),
    };
    const as = (context: ExpressionContext, found: readonly AnsweredExpression[]) =>
      found.map((one) => ({ ...one, ...about, ...writtenIn(one, about), context }));
    const guards = as('guard', guardsOf(tabled).flatMap(inGuard));
    const effects = as(tabled.table === 'enter' ? 'entry' : 'effect', row.effects.flatMap(inEffect));
    if (tabled.table === 'enter') return [...guards, ...effects];
    const context = tabled.row.list ? 'list reply' : 'reply';
    const reply = as(context, inReply(subject, tabled.operationId, tabled.row));
    return [...guards, ...effects, ...as('list', inList(tabled.row.list)), ...reply];
  });
}

function failureUses(subject: LintSubject): UsedExpression[] {
  return failureRowsOf(subject).flatMap(({ row, operationId }) => {
    if (!row.reply) return [];
    const about = { said: called(row), place: row.place };
    return inAnswer(subject, operationId, row.reply).map((found) => ({
      ...found,
      ...writtenIn(found, about),
      context: 'failure' as const,
      made: [],
    }));
  });
}

/** An expression of an example is complained about where the example is written. */
function writtenIn(
  { example }: AnsweredExpression,
  row: { readonly said: string; readonly place: Place },
): { readonly said: string; readonly place: Place } {
  if (!example) return { said: row.said, place: row.place };
  return { said: `The example "${example.name}", sent by ${row.said.replace('Row', 'row')},`, place: example.place };
}

function resourceUses({ lifecycle, placeOf }: LintSubject): UsedExpression[] {
  return Object.entries(lifecycle.resources).flatMap(([on, resource]) => {
    const at = (...segments: string[]) => placeOf(['x-lifecycle', 'resources', on, ...segments]);
    const about = { made: [], on } as const;
    const given = Object.entries(resource.fields).flatMap(([name, value]) =>
      expressionsIn(value).map((found) => ({
        ...found,
        ...about,
        context: 'field' as const,
        said: `The field ${name} of ${on}`,
        place: at('fields', name),
      })),
    );
    const shown = Object.entries(resource.computed).flatMap(([name, rule]) =>
      'value' in rule
        ? expressionsIn(rule.value).map((found) => ({
            ...found,
            ...about,
            context: 'field' as const,
            said: `The field ${name} of ${on}`,
            place: at('computed', name),
          }))
        : [],
    );
    const partition =
      resource.partition === undefined
        ? []
        : asExpression(resource.partition).map((found) => ({
            ...found,
            ...about,
            context: 'input' as const,
            said: `The partition of ${on}`,
            place: at('partition'),
          }));
    return [...given, ...shown, ...partition];
  });
}

function headerUses({ lifecycle, placeOf }: LintSubject): UsedExpression[] {
  return Object.entries(lifecycle.headers).flatMap(([name, text]) =>
    expressionsIn(text).map((found) => ({
      ...found,
      context: 'header' as const,
      said: `The header ${name}`,
      place: placeOf(['x-lifecycle', 'headers', name]),
      made: [],
    })),
  );
}

function inGuard(when: When): FoundExpression[] {
  return [...Object.keys(when.request ?? {}), ...Object.values(when.taken ?? {})].flatMap(asExpression);
}

function inEffect(effect: Effect): FoundExpression[] {
  if (effect.do === 'create') return Object.values(effect.set).flatMap(expressionsIn);
  return effect.do === 'set' || effect.do === 'merge' ? Object.values(effect.fields).flatMap(expressionsIn) : [];
}

function inList(list: ListRule | undefined): FoundExpression[] {
  const { where = [], sort, page } = list ?? {};
  const values: (Value | undefined)[] = [sort?.by, sort?.order, page?.start, page?.size, page?.counts, page?.total];
  return [...where.map((row) => ('call' in row ? undefined : row.value)), ...values].flatMap(expressionsIn);
}

/** The expressions a decision row answers with. */
export function inReply(subject: LintSubject, operationId: string, row: Row): AnsweredExpression[] {
  return [...inAnswer(subject, operationId, row.reply), ...expressionsIn(row.list?.body)];
}

function inAnswer(subject: LintSubject, operationId: string | undefined, reply: Reply): AnsweredExpression[] {
  const { status, example: name, body, headers } = reply;
  const written = [...expressionsIn(body), ...Object.values(headers).flatMap(expressionsIn)];
  if (name === undefined) return written;
  const value = findExample(subject.document, operationId, status, name)?.value;
  const example = { name, place: examplePlace(subject, operationId, status, name) };
  return [...expressionsIn(value as Value | undefined).map((found) => ({ ...found, example })), ...written];
}

/** A text that must be an expression, whether or not it begins like one. */
function asExpression(text: string): FoundExpression[] {
  const found = expressionsIn(text);
  return found.length === 0 ? [{ text }] : found;
}

/** All uses of a decision row's record. */
export function recordUses(
  subject: LintSubject,
  { row, operationId }: ReturnType<typeof decideRows>[number],
): FoundExpression[] {
  const used = [...row.effects.flatMap(inEffect), ...inReply(subject, operationId, row)];
  return used.filter(({ expression }) => expression?.from === 'record');
}
