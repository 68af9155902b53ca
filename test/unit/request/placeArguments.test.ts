import { expect, test } from 'vitest';
import { parseArgument } from '../../../src/request/argument.js';
import { placeArguments } from '../../../src/request/placeArguments.js';
import type { RequestPlan } from '../../../src/request/requestPlan.js';

const plan: RequestPlan = {
  declared: {
    path: { id: { type: 'string' } },
    query: { id: { type: 'integer' }, 'duration[gte]': {} },
    header: { 'X-Mode': { type: 'string' } },
    body: {
      name: { type: 'string' },
      size: { type: ['integer', 'null'] },
      tags: { type: 'array', items: { type: 'integer' } },
      on: { type: 'boolean' },
    },
  },
  body: { mediaType: 'application/json', required: true },
};

const place = (...written: string[]) => placeArguments(plan, written.map(parseArgument), 'op');
const nothing = { path: {}, query: {}, header: {}, body: {} };

test.each([
  [['id=1'], { path: { id: '1' } }],
  [['query.id=1', 'query.id=2'], { query: { id: ['1', '2'] } }],
  [['duration[gte]=5'], { query: { 'duration[gte]': '5' } }],
  [['x-mode=fast'], { header: { 'X-Mode': 'fast' } }],
  [['name=1'], { body: { name: '1' } }],
  [['name=a=b:=c'], { body: { name: 'a=b:=c' } }],
  [['name='], { body: { name: '' } }],
  [['size=12', 'on=true'], { body: { size: 12, on: true } }],
  [['size=null'], { body: { size: null } }],
  [['tags=1'], { body: { tags: [1] } }],
  [['tags=1', 'tags=2'], { body: { tags: [1, 2] } }],
  [['tags:=[3]'], { body: { tags: [3] } }],
  [['size:="x"'], { body: { size: 'x' } }],
  [['body.more=x'], { body: { more: 'x' } }],
])('%j goes where it belongs', (written, placed) => {
  expect(place(...written)).toEqual({ ...nothing, ...placed });
});

test.each([
  [['nam=1'], 'op takes no "nam". Did you mean "name"?'],
  [['size=twelve'], 'size is "twelve"; the body takes integer or null there.'],
  [['on=yes'], 'on is "yes"; the body takes boolean there.'],
  [['=1'], '"=1" is no value for the request.'],
  [[':=1'], '":=1" is no value for the request.'],
  [['name'], '"name" is no value for the request.'],
  [['name:=x'], 'The value of "name:=x" is not JSON'],
])('%j is refused', (written, message) => {
  expect(() => place(...written)).toThrow(message);
});
