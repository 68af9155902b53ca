import type { Defect } from '../plant.js';

/** What cannot be read: YAML, the overlay, the document, the language's own shape. */
export const readingDefects: readonly Defect[] = [
  {
    says: 'a file is YAML',
    find: 'basis: documented, source: page "Conditions" }',
    put: 'basis: documented, source: page "Conditions"',
    at: 'id: kept',
    code: 'yaml-syntax',
    message: 'This is not valid YAML: flow map in block collection must be sufficiently indented and end with a }',
  },
  {
    says: 'an overlay action has a target in the document',
    find: 'target: $.components',
    put: 'target: $.component',
    code: 'overlay-target',
    message: 'The target $.component matches nothing in the document.',
  },
  {
    says: 'a key is known',
    find: 'bind: { depot: $request.body#/depot_id }',
    put: 'binds: { depot: $request.body#/depot_id }',
    code: 'lifecycle-shape',
    message:
      'Unknown key "binds" (operations.createParcel.binds); an operation knows on, by, bind, decide, failures. Did you mean "bind"?',
  },
  {
    says: 'the document is valid OpenAPI',
    file: 'openapi.yaml',
    find: 'operationId: getDepot\n',
    put: 'operationId: getDepot\n      methods: [get]\n',
    at: 'methods: [get]',
    code: 'openapi-invalid',
    message: 'This is not valid OpenAPI: the key "methods" is not known here ($.paths./depots/{id}.get).',
  },
  {
    says: 'operation ids are unique',
    file: 'openapi.yaml',
    find: 'operationId: getDepot',
    put: 'operationId: getParcel',
    at: 'operationId: getParcel\n      tags: [parcels]',
    code: 'openapi-invalid',
    message:
      'Two operations are named "getParcel": GET /depots/{id} and GET /parcels/{id}. Rename one, in the document or by an overlay action.',
  },
];
