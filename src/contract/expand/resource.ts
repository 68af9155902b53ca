import { parseDuration } from '../../language/duration.js';
import type { Computed, FlowEdge, Ref, Resource, StateMachine, Value } from '../../language/lifecycle.js';
import type { OneOrMore, Word, WrittenResource, WrittenState } from '../written.js';
import type { ExpandContext, Path } from './context.js';
import { expandEnterRows } from './rows.js';
import { underlie } from './shared.js';
import { mapValues, wordsOf } from './words.js';

export function expandResource(name: string, written: WrittenResource, context: ExpandContext): Resource {
  const path = ['resources', name];
  return {
    label: written.label ?? name,
    collection: written.collection ?? `${name}s`,
    schema: written.schema,
    key: written.key,
    ...(written.partition !== undefined && { partition: written.partition }),
    stamps: written.stamps ?? {},
    fields: written.fields ?? {},
    computed: mapValues(written.computed, expandComputed),
    refs: mapValues(written.refs, (ref): Ref => ({ ...ref, optional: ref.optional ?? false, copy: ref.copy ?? {} })),
    ...(written.state && { state: expandState(written.state, name, [...path, 'state'], context) }),
    place: context.placeOf(path),
  };
}

function expandComputed(written: Value): Computed {
  if (written === null || typeof written !== 'object' || Array.isArray(written)) return { value: written };
  const { count, sum, field, state } = written as {
    count?: string;
    sum?: string;
    field?: string;
    state?: OneOrMore<Word>;
  };
  const states = state === undefined ? {} : { state: wordsOf(state) };
  if (typeof count === 'string') return { count, ...states };
  if (typeof sum === 'string' && typeof field === 'string') return { sum, field, ...states };
  return { value: written };
}

function expandState(written: WrittenState, resource: string, path: Path, context: ExpandContext): StateMachine {
  const whole = underlie<WrittenState>(written, 'states', path, context);
  for (const key of ['field', 'initial', 'values'] as const) {
    if (whole[key] === undefined)
      context.complain(
        'lifecycle-shape',
        `This state machine has no \`${key}\`, nor has the shared piece it uses.`,
        path,
      );
  }
  const { field = '', initial = '', values = [], flow, enter } = whole;
  const enterPath = (state: string) =>
    written.enter || written.use === undefined
      ? [...path, 'enter', state]
      : ['shared', 'states', written.use, 'enter', state];
  return {
    field,
    initial: String(initial),
    values: Array.isArray(values)
      ? Object.fromEntries(values.map((value) => [String(value), value]))
      : { ...(values as StateMachine['values']) },
    flow: mapValues(
      flow,
      (edge): FlowEdge => ({
        to: String(edge.to),
        ...(edge.after === undefined ? { reads: edge.reads ?? 1 } : { after: parseDuration(edge.after) ?? 0 }),
      }),
    ),
    enter: mapValues(enter, (rows, state) => expandEnterRows(rows, resource, enterPath(state), context)),
  };
}
