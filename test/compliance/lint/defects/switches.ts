import type { Defect } from '../plant.js';

/** Switches that decide nothing, and expressions that stand where they have no value. */
export const switchDefects: readonly Defect[] = [
  {
    says: 'a default is a value of the switch',
    find: 'default: keep',
    put: 'default: kept',
    code: 'unresolved-name',
    message: 'The switch lostParcels has the default "kept"; its values are keep, delete. Did you mean "keep"?',
  },
  {
    says: 'a reply map has every value of its switch',
    find: 'reply: { refuse: 404 noSuch, idempotent: 204 }',
    put: 'reply: { refuse: 404 noSuch }',
    code: 'switch-values',
    message: 'No reply for the value idempotent of the switch unknownParcel.',
  },
  {
    says: 'a switch value makes a difference',
    find: 'delete: { basis: inferred } }',
    put: 'delete: { basis: inferred }, burn: { basis: inferred } }',
    code: 'lint-switch-unused',
    message:
      'The value "burn" of the switch lostParcels makes no difference: every row treats it as "delete". Ask for it in a row, or remove it.',
  },
  {
    says: 'a switch is asked for',
    find: 'switches:\n',
    put: 'switches:\n          spare: { about: Nothing, default: one, values: { one: { basis: inferred }, two: { basis: inferred } } }\n',
    at: 'spare:',
    code: 'lint-switch-unused',
    message: 'The switch spare is asked for nowhere; ask for it in a row, or remove it.',
  },
  {
    says: 'a switch for a word has such words',
    find: 'counts: pages, first: 1',
    put: 'counts: $switch.lostParcels, first: 1',
    at: 'id: listed',
    code: 'lint-switch-word',
    message:
      'Row "listed" takes "$switch.lostParcels" for what a page counts, which can be "keep" or "delete"; only pages and items are possible.',
  },
  {
    says: '$record stands where there is a record',
    find: '{ id: no-depot, when: { related: { depot: absent } }, reply: 404 noSuch',
    put: '{ id: no-depot, when: { related: { depot: absent } }, reply: 404 busy',
    code: 'lint-no-record',
    message:
      'Row "no-depot" uses "$record#/id", but createParcel finds none by key and this row makes none; exclude `absent`, or do not use it.',
  },
  {
    says: '$missing stands where something is missing',
    find: 'when: { state: moving }, reply: 409 busy',
    put: 'when: { state: moving }, reply: 409 noSuch',
    code: 'lint-misplaced-expression',
    message:
      'Row "busy" of deleteParcel uses "$missing.label", but nothing is missing where it decides; use $record, or include `absent` in the guard.',
  },
  {
    says: '$list stands with a list',
    find: 'Parcel {$record#/id} is {$record#/status}.',
    put: 'Parcel {$record#/id} is one of {$list.total}.',
    code: 'lint-misplaced-expression',
    message:
      'The example "busy", sent by row "busy", uses "$list.total", but only a row with `list` has one; possible are $request, $request.body, $switch, $now, $exchange, $record, $related, $resource, $made, $missing.',
  },
  {
    says: 'an effect is on a record that is there',
    find: '{ id: absent, when: { state: absent }, switch: unknownParcel',
    put: '{ id: absent, when: { state: absent }, effect: { set: { note: gone } }, switch: unknownParcel',
    code: 'lint-no-record',
    message:
      'Row "absent" has the effect `set` on the record, but it also decides where the record is absent; exclude `absent`, or remove the effect.',
  },
];
