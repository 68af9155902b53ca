import type { Defect } from '../plant.js';

/** Names that lead nowhere. */
export const nameDefects: readonly Defect[] = [
  {
    says: 'a table is for an operation',
    find: 'reportLost:',
    put: 'reportLoss:',
    code: 'unresolved-name',
    message:
      'There is a table for the operation "reportLoss"; the document has createDepot, getDepot, deleteDepot, listParcels, createParcel, getParcel, deleteParcel, updateParcel, reportLost. Did you mean "reportLost"?',
  },
  {
    says: 'an operation has a table',
    file: 'openapi.yaml',
    find: '  /parcels/{id}/report-lost:\n',
    put: "  /parcels/{id}/found:\n    parameters:\n      - $ref: '#/components/parameters/id'\n    post:\n      operationId: reportFoundAgain\n      responses:\n        '204': { description: It is there again. }\n  /parcels/{id}/report-lost:\n",
    at: 'post:\n      operationId: reportFoundAgain',
    code: 'lint-no-table',
    message:
      'The operation reportFoundAgain has no decision table; add it under x-lifecycle.operations, or remove it from the document.',
  },
  {
    says: 'a shared piece is declared',
    find: 'where: byStatus',
    put: 'where: byState',
    code: 'unresolved-name',
    message: 'There is no shared piece "byState": shared.where has byStatus. Did you mean "byStatus"?',
  },
  {
    says: 'an operation is on a resource',
    find: 'createDepot:\n            on: depot',
    put: 'createDepot:\n            on: depott',
    at: 'createDepot:',
    code: 'unresolved-name',
    message:
      'The operation createDepot is on the resource "depott"; resources are depot, parcel. Did you mean "depot"?',
  },
  {
    says: 'a state in a guard is a state of the resource',
    find: 'when: { state: moving }',
    put: 'when: { state: movin }',
    code: 'unresolved-name',
    message:
      'Row "busy" asks for the state "movin"; parcel has waiting, moving, done, lost, absent, present. Did you mean "moving"?',
  },
  {
    says: 'a ref in a guard is a ref of the resource',
    find: 'when: { related: { depot: absent } }',
    put: 'when: { related: { depo: absent } }',
    code: 'unresolved-name',
    message: 'Row "no-depot" asks for the related record "depo"; parcel has the refs depot. Did you mean "depot"?',
  },
  {
    says: 'a to-many guard names a way back',
    find: 'when: { related: { parcels: { some: present } }',
    put: 'when: { related: { parcel: { some: present } }',
    at: 'id: not-empty',
    code: 'unresolved-name',
    message:
      'Row "not-empty" asks for the related records "parcel"; ways back to depot are parcels. Did you mean "parcels"?',
  },
  {
    says: 'a to-many guard says some or none',
    find: '{ parcels: { some: present } }',
    put: '{ parcels: present }',
    at: 'id: not-empty',
    code: 'unresolved-name',
    message:
      'Row "not-empty" asks for one related record "parcels", but there may be many; write `some:` or `none:` before the states.',
  },
  {
    says: 'a guarded related record can be found',
    find: 'bind: { depot: $request.body#/depot_id }',
    put: 'bind: {}',
    at: 'id: no-depot',
    code: 'lint-not-bound',
    message: 'Row "no-depot" asks for the related record "depot", but createParcel does not bind it; add it to `bind`.',
  },
  {
    says: 'a state that is entered is a state of the resource',
    find: 'effect: { move: lost }',
    put: 'effect: { move: loose }',
    code: 'unresolved-name',
    message: 'Row "reported" moves to the state "loose"; parcel has waiting, moving, done, lost. Did you mean "lost"?',
  },
  {
    says: 'a field that is set is a field of the resource',
    find: 'effect: { set: { note: $request.body#/note } }',
    put: 'effect: { set: { notes: $request.body#/note } }',
    code: 'unresolved-name',
    message:
      'Row "updated" sets the field "notes"; parcel has id, status, weight, note, depot_id, depot_name, depot, created_at, updated_at, done_at. Did you mean "note"?',
  },
  {
    says: 'what is deleted along is related',
    find: 'effect: [ { delete: parcels }, delete ]',
    put: 'effect: [ { delete: parcel }, delete ]',
    code: 'unresolved-name',
    message:
      'Row "deleted" deletes the related records "parcel"; ways back to depot are parcels. Did you mean "parcels"?',
  },
  {
    says: 'a flow leads to a state',
    find: 'moving: { reads: 3, to: done }',
    put: 'moving: { reads: 3, to: arrived }',
    code: 'unresolved-name',
    message: 'The flow from moving leads to the state "arrived"; parcel has waiting, moving, done, lost.',
  },
  {
    says: 'a switch in a guard is declared',
    find: 'switch: { lostParcels: keep }',
    put: 'switch: { lostParcel: keep }',
    code: 'unresolved-name',
    message:
      'There is no switch "lostParcel"; declared are unknownParcel, lostParcels, unknownInput. Did you mean "lostParcels"?',
  },
  {
    says: 'a switch value in a guard is declared',
    find: 'switch: { lostParcels: keep }',
    put: 'switch: { lostParcels: keeps }',
    code: 'unresolved-name',
    message: 'The switch lostParcels has no value "keeps"; it has keep, delete. Did you mean "keep"?',
  },
  {
    says: 'a source is declared',
    find: 'source: page "Conditions"',
    put: 'source: pages "Conditions"',
    code: 'unresolved-name',
    message: 'Row "busy" cites the source "pages"; sources are page, guide. Did you mean "page"?',
  },
  {
    says: 'a guard function exists',
    find: '{ id: reported, when: { state: [waiting, moving] }',
    put: '{ id: reported, when: { state: [waiting, moving], call: isHeavy }',
    code: 'unresolved-name',
    message: 'Row "reported" calls the guard function "isHeavy"; guard functions are none.',
  },
  {
    says: 'an expression parses',
    find: 'depot: $request.body#/depot_id',
    put: 'depot: $request.boddy#/depot_id',
    at: 'createParcel:',
    code: 'lint-bad-expression',
    message: '`bind` depot of createParcel has "$request.boddy#/depot_id", which is no expression of the language.',
  },
  {
    says: 'an expression asks for a declared parameter',
    find: 'request: { $request.query.force: false }',
    put: 'request: { $request.query.forced: false }',
    at: 'id: not-empty',
    code: 'lint-bad-expression',
    message: 'Row "not-empty" asks for "$request.query.forced", which the document does not declare for deleteDepot.',
  },
  {
    says: 'an example asks for a field of the record',
    find: 'Parcel {$record#/id} is {$record#/status}.',
    put: 'Parcel {$record#/id} is {$record#/state}.',
    code: 'lint-bad-expression',
    message: 'The example "busy", sent by row "busy", asks for "$record#/state", but parcel has no such field.',
  },
  {
    says: 'a security scheme in use is verified',
    find: 'auth: { ApiKey: { accept: [parcel-key] } }',
    put: 'auth: {}',
    in: 'openapi.yaml',
    at: 'ApiKey: { type',
    code: 'lint-no-auth',
    message:
      'Operations need the security scheme ApiKey, but x-lifecycle.auth does not say how it is verified; add `ApiKey: { accept: [ … ] }` or `{ call: … }`.',
  },
  {
    says: 'a base URL is in an environment variable, which has a name in capitals',
    find: 'time: iso\n',
    put: 'time: iso\n        baseUrlVariables: [PARCEL_BASE_URL, parcel-url]\n',
    at: 'parcel-url',
    code: 'lifecycle-shape',
    message: 'Expected the name of an environment variable; found "parcel-url" (baseUrlVariables.1).',
  },
  {
    says: 'a variable for the base URL is named once',
    find: 'time: iso\n',
    put: 'time: iso\n        baseUrlVariables: [PARCEL_BASE_URL, PARCEL_BASE_URL]\n',
    at: 'PARCEL_BASE_URL',
    code: 'lifecycle-shape',
    message: '"PARCEL_BASE_URL" stands here twice; once is enough (baseUrlVariables).',
  },
];
