import type { Defect } from '../plant.js';

/** Changes that never end, names used twice, lists, and what a reader should be warned of. */
export const shapeDefects: readonly Defect[] = [
  {
    says: 'a flow ends',
    find: 'moving: { reads: 3, to: done } }',
    put: 'moving: { reads: 3, to: done }, done: { after: 1s, to: waiting } }',
    code: 'lint-endless',
    message: 'The flow of parcel goes in a circle: waiting → moving → done → waiting. End it in a state that stays.',
  },
  {
    says: 'entering a state does not move the record on',
    find: 'effect: { set: { done_at: $now } }',
    put: 'effect: [ { set: { done_at: $now } }, { move: lost } ]',
    code: 'lint-endless',
    message: 'Row "dated", run on entering done, moves its own record of parcel on; write it as `flow`.',
  },
  {
    says: 'entering a state does not make records forever',
    find: 'effect: { set: { done_at: $now } }',
    put: 'effect: [ { set: { done_at: $now } }, { create: { resource: parcel, set: { weight: 1, depot_id: $record#/depot_id } } } ]',
    code: 'lint-endless',
    message: 'Entering states makes or moves records in a circle: parcel → parcel. Break it in one of the rows.',
  },
  {
    says: 'a list asks for states of the resource',
    find: 'list: { where: byStatus',
    put: 'list: { state: [here], where: byStatus',
    code: 'unresolved-name',
    message: 'Row "listed" lists the state "here"; parcel has waiting, moving, done, lost.',
  },
  {
    says: 'a key is generated in a known way',
    find: "schema: '#/components/schemas/Depot'\n            key: { field: id, generate: uuid }",
    put: "schema: '#/components/schemas/Depot'\n            key: { field: id, generate: guid }",
    at: 'generate: guid',
    code: 'lifecycle-shape',
    message:
      'Expected a generator: uuid, hex:24, alnum:19, integer:100211 or sequence:V001; found "guid" (resources.depot.key.generate).',
  },
  {
    says: 'a state is not named like a word of guards',
    find: 'values: [waiting, moving, done, lost]',
    put: 'values: [waiting, moving, done, lost, unset]',
    code: 'lint-reserved-state',
    message:
      'parcel has a state named "unset", which is a word of guards; name it otherwise and keep the wire\'s word as its value.',
  },
  {
    says: 'row ids are unique',
    find: '{ id: kept, when: { state: lost',
    put: '{ id: busy, when: { state: lost',
    code: 'lint-duplicate-row',
    message: 'Two rows of deleteParcel have the id "busy"; the other is in line 120. Rename one.',
  },
  {
    says: 'a list filters by a field',
    find: 'byStatus: [ { field: status, in',
    put: 'byStatus: [ { field: state, in',
    at: 'id: listed',
    code: 'lint-list-field',
    message: 'Row "listed" filters by the field "state", which parcel does not have; name one of its fields.',
  },
  {
    says: 'a list is sorted by fields',
    file: 'openapi.yaml',
    find: 'enum: [created_at, weight]',
    put: 'enum: [created_at, wight]',
    in: 'lifecycle.yaml',
    at: 'id: listed',
    code: 'lint-list-field',
    message: 'Row "listed" can be sorted by the field "wight", which parcel does not have; name one of its fields.',
  },
  {
    says: 'an `in` parameter is a list',
    file: 'openapi.yaml',
    find: "schema: { type: array, items: { $ref: '#/components/schemas/Status' } }",
    put: "schema: { $ref: '#/components/schemas/Status' }",
    in: 'lifecycle.yaml',
    at: 'id: listed',
    code: 'lint-list-field',
    message:
      'Row "listed" compares status by `in` with $request.query.status, which is no list; declare the parameter as an array, or write `equals`.',
  },
  {
    says: 'deleting leaves nothing dangling',
    find: 'effect: [ { delete: parcels }, delete ]',
    put: 'effect: delete',
    severity: 'warning',
    code: 'lint-dangling-ref',
    message:
      'Row "deleted" deletes depot records, but parcel records may still name them by depot_id; delete those too, or say `basis: { effect: inferred, … }`.',
  },
  {
    says: 'a row that deletes lists the states',
    find: '{ id: deleted, when: { state: [waiting, done, lost] }, effect: delete',
    put: '{ id: deleted, effect: delete',
    severity: 'warning',
    code: 'lint-delete-any-state',
    message:
      'Row "deleted" of deleteParcel deletes whatever the state is; list the states, so that a new one does not become deletable unnoticed.',
  },
  {
    says: 'a needed body has an example',
    file: 'openapi.yaml',
    find: '            example: { name: North }\n',
    put: '',
    at: 'requestBody:',
    code: 'lint-no-request-example',
    message: 'createDepot needs a body, but the document has no example of one; add `example` beside its schema.',
  },
  {
    says: 'an example body is valid',
    file: 'openapi.yaml',
    find: 'example: { note: fragile }',
    put: 'example: { notes: fragile }',
    at: 'requestBody:\n        required: true\n        content:\n          application/json:\n            schema:\n              type: object\n              required: [note]',
    code: 'lint-no-request-example',
    message: "The example body of updateParcel does not fit its schema: it must have required property 'note'.",
  },
];
