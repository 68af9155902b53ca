/** A document of somebody else's size: 500 paths with two operations each, every one with a schema of its own. */

const pathCount = 500;

/** The path whose record is asked for. */
export const firstPath = '/things0/known-0';

type Node = Readonly<Record<string, unknown>>;

function property(number: number): Node {
  const kinds: readonly Node[] = [
    { type: 'string', minLength: 1, maxLength: 200 },
    { type: 'integer', minimum: 0 },
    { type: 'string', format: 'date-time', description: 'When it was last changed by anybody.' },
    { type: 'array', items: { type: 'string' }, maxItems: 50 },
    {
      type: ['string', 'null'],
      enum: ['small', 'medium', 'large', null],
      description: 'Its size, where that is known.',
    },
  ];
  return kinds[number % kinds.length] ?? {};
}

function schemaOf(number: number): Node {
  const names = ['title', 'amount', 'changed', 'labels', 'size'];
  return {
    type: 'object',
    description: `A thing of kind ${number}, as it is stored and shown.`,
    required: ['id', 'title'],
    properties: {
      id: { type: 'string' },
      ...Object.fromEntries(names.map((name, index) => [`${name}${number}`, property(index)])),
      title: { type: 'string' },
    },
  };
}

function pathItem(number: number): Node {
  const schema = { $ref: `#/components/schemas/Thing${number}` };
  const content = { 'application/json': { schema } };
  const id = {
    name: 'id',
    in: 'path',
    required: true,
    description: 'Which one.',
    schema: { type: 'string', maxLength: 64 },
  };
  const failed = {
    description: 'There is none.',
    content: { 'application/json': { schema: { $ref: '#/components/schemas/Problem' } } },
  };
  return {
    parameters: [id],
    get: {
      operationId: `getThing${number}`,
      summary: `Read a thing of kind ${number}`,
      tags: ['things'],
      responses: { 200: { description: 'It.', content }, 404: failed },
    },
    delete: {
      operationId: `deleteThing${number}`,
      summary: `Delete a thing of kind ${number}`,
      tags: ['things'],
      parameters: [{ name: 'force', in: 'query', description: 'Whatever it is used by.', schema: { type: 'boolean' } }],
      responses: { 204: { description: 'It is gone.' }, 404: failed },
    },
  };
}

/** The document alone, without any behaviour. */
export function makeDocument(): Node {
  const numbers = Array.from({ length: pathCount }, (_, number) => number);
  return {
    openapi: '3.1.0',
    info: { title: 'A large foreign service', version: '1' },
    servers: [{ url: 'https://things.example/' }],
    paths: Object.fromEntries(numbers.map((number) => [`/things${number}/{id}`, pathItem(number)])),
    components: {
      schemas: {
        Problem: { type: 'object', required: ['message'], properties: { message: { type: 'string' } } },
        ...Object.fromEntries(numbers.map((number) => [`Thing${number}`, schemaOf(number)])),
      },
      examples: { none: { value: { message: 'No {$missing.label} {$missing.key}.' } } },
    },
  };
}

/** The least behaviour that covers every operation: one resource, read and deleted under each path. */
export function makeOverlay(document: string): Node {
  const numbers = Array.from({ length: pathCount }, (_, number) => number);
  const operation = (rule: string): Node => ({ on: 'thing', by: '$request.path.id', decide: [{ use: rule }] });
  const absent = { id: 'absent', when: { state: 'absent' }, reply: '404 none', basis: 'inferred' };
  const lifecycle = {
    version: 1,
    shared: {
      rules: {
        read: [absent, { id: 'got', reply: 200, basis: 'inferred' }],
        remove: [absent, { id: 'deleted', effect: 'delete', reply: 204, basis: 'inferred' }],
      },
    },
    resources: { thing: { schema: '#/components/schemas/Thing0', key: { field: 'id', generate: 'uuid' } } },
    failures: [{ id: 'any', reply: '404 none', basis: 'inferred' }],
    operations: Object.fromEntries(
      numbers.flatMap((number) => [
        [`getThing${number}`, operation('read')],
        [`deleteThing${number}`, operation('remove')],
      ]),
    ),
  };
  return {
    overlay: '1.0.0',
    info: { title: 'What the things do', version: '1' },
    extends: `./${document}`,
    actions: [{ target: '$', update: { 'x-lifecycle': lifecycle } }],
  };
}

export function makeFixtures(): Node {
  return { thing: [{ id: 'known-0', title: 'The first' }] };
}
