import type { Defect } from '../plant.js';

/** Tables that leave something undecided, or have rows that never decide. */
export const tableDefects: readonly Defect[] = [
  {
    says: 'a table is total',
    find: 'when: { state: [waiting, done, lost] }, effect: delete',
    put: 'when: { state: [waiting, done] }, effect: delete',
    at: 'deleteParcel:',
    code: 'lint-not-total',
    message:
      'No row of deleteParcel decides where state is "lost", switch lostParcels is "delete"; add a row for it, or a last row without `when`.',
  },
  {
    says: 'a table is total over related records and inputs',
    find: '- { id: deleted, effect: [ { delete: parcels }, delete ]',
    put: '- { id: deleted, when: { related: { parcels: { none: present } } }, effect: [ { delete: parcels }, delete ]',
    at: 'deleteDepot:',
    code: 'lint-not-total',
    message:
      'No row of deleteDepot decides where there are parcels in "waiting", $request.query.force is true; add a row for it, or a last row without `when`.',
  },
  {
    says: 'a row is reached',
    find: '{ id: busy, when: { state: moving }',
    put: '{ id: unknown, when: { state: absent }, reply: 404 noSuch, basis: inferred }\n              - { id: busy, when: { state: moving }',
    code: 'lint-unreachable-row',
    message:
      'Row "unknown" of deleteParcel is never reached: wherever it holds, "absent" decides first; move it up, or narrow what stands before it.',
  },
  {
    says: 'a row after one without guard is reached',
    find: '{ id: name-taken, when: { taken: { name: $request.body#/name } }',
    put: '{ id: name-taken',
    at: 'id: created, effect: create, reply: 201',
    code: 'lint-unreachable-row',
    message:
      'Row "created" of createDepot is never reached: wherever it holds, "name-taken" decides first; move it up, or narrow what stands before it.',
  },
  {
    says: 'a guard can hold',
    find: 'when: { state: lost, switch: { lostParcels: keep } }',
    put: 'when: { state: lost, related: { depot: absent }, switch: { lostParcels: keep }, any: [ { state: done } ] }',
    code: 'lint-unreachable-row',
    message: 'Row "kept" of deleteParcel is never reached: its guard holds nowhere; mend the guard, or remove the row.',
  },
  {
    says: 'every kind of failure has a row',
    find: '- { id: internal, when: { kind: internal }, reply: 500 internal, basis: inferred }\n',
    put: '# nothing\n',
    at: 'failures:',
    code: 'lint-not-total',
    message: 'No failure row is for "internal"; add a row, or a last one without `when`.',
  },
  {
    says: 'every cause has a row',
    find: '{ id: bad-key, when: { kind: unauthenticated }',
    put: '{ id: bad-key, when: { kind: unauthenticated, cause: [key, malformed] }',
    at: 'failures:',
    code: 'lint-not-total',
    message:
      'No failure row is for "unauthenticated" with the cause signature or expired or unsupported or partition; add a row, or a last one without `when`.',
  },
  {
    says: 'a failure row is reached',
    find: '- { id: body, when: { kind: malformed }',
    put: '- { id: again, when: { kind: [unauthenticated, missing], cause: none }, reply: 400 badBody, basis: inferred }\n          - { id: body, when: { kind: malformed }',
    code: 'lint-unreachable-row',
    message:
      'Row "again" of the failures is never reached: wherever it holds, "no-key" decides first; move it up, or narrow what stands before it.',
  },
  {
    says: 'the input a failure row names exists',
    find: '{ id: input, when: { kind: [missing, invalid] }',
    put: '{ id: short, when: { kind: invalid, at: /names }, reply: 400 badInput, basis: inferred }\n          - { id: input, when: { kind: [missing, invalid] }',
    at: 'id: short',
    code: 'lint-unknown-input',
    message: 'Row "short" is for the input "/names", which no operation has; name one the document declares.',
  },
  {
    says: 'the keyword a failure row names is used',
    find: '{ id: input, when: { kind: [missing, invalid] }',
    put: '{ id: odd, when: { kind: invalid, keyword: multipleOf }, reply: 400 badInput, basis: inferred }\n          - { id: input, when: { kind: [missing, invalid] }',
    at: 'id: odd',
    code: 'lint-unknown-input',
    message:
      'Row "odd" is for the keyword "multipleOf", which no schema of the document uses; name one the document declares.',
  },
];
