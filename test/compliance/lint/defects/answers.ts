import type { Defect } from '../plant.js';

/** Examples and bodies that do not fit, and bases that are not backed. */
export const answerDefects: readonly Defect[] = [
  {
    says: 'an example exists',
    find: 'reply: 409 nameTaken',
    put: 'reply: 409 nameToken',
    code: 'lint-example-missing',
    message:
      'Row "name-taken" answers with the example "nameToken", which is neither under its response nor under components.examples. Did you mean "nameTaken"?',
  },
  {
    says: 'an example fits the schema',
    find: "{ code: busy, message: 'Parcel",
    put: "{ error: busy, message: 'Parcel",
    code: 'lint-example-misfit',
    message:
      'The example "busy", sent by row "busy", does not fit the 409 response of deleteParcel: it must have required property \'code\'.',
  },
  {
    says: 'a text of an example is where the schema has a text',
    find: "message: 'Send x-parcel-key.'",
    put: 'message: 401',
    code: 'lint-example-misfit',
    message:
      'The example "noKey", sent by row "no-key", does not fit the 401 response of createDepot: /message must be string.',
  },
  {
    says: 'what a response requires is certain',
    file: 'openapi.yaml',
    find: 'required: [id, status]',
    put: 'required: [id, status, shelf]',
    in: 'lifecycle.yaml',
    at: 'id: listed',
    code: 'lint-body-uncertain',
    message:
      'Row "listed": each of "items" requires "shelf", which parcel records need not have; give a default under the fields of parcel, set it where they are made, or do not require it in listParcels.',
  },
  {
    says: 'a success has a record to show',
    find: '- use: unknown\n              - id: not-empty',
    put: '- { id: absent, when: { state: absent }, reply: 200, basis: inferred }\n              - id: not-empty',
    code: 'lint-body-uncertain',
    message:
      'Row "absent": the response requires "id", but where this row decides there may be no record to take it from; answer with an example.',
  },
  {
    says: 'what a response requires is in its body',
    file: 'openapi.yaml',
    find: 'required: [items, total]',
    put: 'required: [items, total, pages]',
    in: 'lifecycle.yaml',
    at: 'id: listed',
    code: 'lint-body-uncertain',
    message: 'Row "listed": the response requires "pages", which its body does not have; add it.',
  },
  {
    says: 'a documented status is listed',
    find: '{ id: reported, when: { state: [waiting, moving] }, effect: { move: lost }, reply: 204',
    put: '{ id: reported, when: { state: [waiting, moving] }, effect: { move: lost }, reply: 202',
    code: 'lint-undocumented-status',
    message:
      'Row "reported" says its status 202 is documented, but reportLost does not list it among its responses; say `basis: { status: inferred, … }`, or add the response.',
  },
  {
    says: 'a row has a basis',
    find: 'reply: 409 nameTaken, basis: inferred',
    put: 'reply: 409 nameTaken',
    code: 'no-basis',
    message:
      'The row "name-taken" has no basis, and no switch guards it. Add `basis: documented`, `observed` or `inferred`.',
  },
  {
    says: 'what is documented names a source',
    find: 'reply: 204, basis: documented, source: page }',
    put: 'reply: 204, basis: documented }',
    code: 'lint-no-source',
    message: 'Row "deleted" is documented or observed, but names no source; add `source:` with where it is said.',
  },
  {
    says: 'a documented switch value names a source',
    find: 'keep: { basis: documented, source: guide }',
    put: 'keep: { basis: documented }',
    code: 'lint-no-source',
    message:
      'The value "keep" of the switch lostParcels is documented or observed, but names no source; add `source:` with where it is said.',
  },
];
