import { describe, expect, it } from 'vitest';
import { attribute } from '../../../src/conformance/run/attribute.js';
import type { Exchange } from '../../../src/mock/mock.js';

const call = (operation: string, status: number) =>
  ({ ...(operation === 'none' ? {} : { operation: `p/${operation}` }), response: { status } }) as Exchange;

/**
 * `delete get~` is two steps, the second of which is repeated until something holds; `delete:204 none:404` two calls, the
 * second to a path that no operation has.
 */
function attributed(steps: string, calls: string): string {
  const asked = steps.split(' ').map((text) => ({
    operation: text.replace('~', ''),
    values: { path: {}, query: {}, header: {} },
    ...(text.endsWith('~') ? { until: { pointer: '/status', in: ['ready'], atMost: 9 } } : {}),
  }));
  const made = calls.split(' ').map((text) => {
    const [operation = '', status] = text.split(':');
    return call(operation, Number(status));
  });
  const found = attribute({ provider: 'p', steps: asked }, made);
  return found
    .map((own) => own.map(({ operation, response }) => `${operation?.slice(2) ?? 'none'}:${response.status}`).join(' '))
    .join(' | ');
}

describe('calls are told apart by step, without asking the client', () => {
  it.each([
    ['one call for each step', 'delete get', 'delete:204 get:404', 'delete:204 | get:404'],
    ['a client that tries again', 'delete get', 'delete:503 delete:204 get:404', 'delete:503 delete:204 | get:404'],
    [
      'a client that leaves the second try to its caller',
      'delete delete',
      'delete:429 delete:204',
      'delete:429 | delete:204',
    ],
    [
      'one that tries again by itself, and is asked again',
      'delete delete',
      'delete:429 delete:204 delete:404',
      'delete:429 delete:204 | delete:404',
    ],
    [
      'polling, and a call of the same kind after it',
      'get~ get',
      'get:200 get:200 get:200',
      'get:200 get:200 | get:200',
    ],
    ['a look after an answer that was lost', 'delete get', 'delete:0 get:404 get:404', 'delete:0 get:404 | get:404'],
    ['no look where the answer came', 'delete get', 'delete:204 get:503 get:404', 'delete:204 | get:503 get:404'],
    [
      'polling after an answer that was cut off',
      'delete get~ delete',
      'delete:0 get:200 get:200 delete:204',
      'delete:0 | get:200 get:200 | delete:204',
    ],
    [
      'a look that skips no step',
      'delete deleteOther get',
      'delete:204 get:404 deleteOther:204 get:404',
      'delete:204 get:404 | deleteOther:204 | get:404',
    ],
    ['a look before the call', 'delete get', 'get:200 delete:204 get:404', 'get:200 delete:204 | get:404'],
    ['a step that is left out', 'cancel delete', 'delete:400', ' | delete:400'],
    ['a step that is left out at the end', 'delete delete', 'delete:204', 'delete:204 | '],
    ['a wrong path, and the same again', 'delete delete', 'none:404 delete:404', 'none:404 | delete:404'],
    ['the same, then a wrong path', 'delete delete', 'delete:204 none:404', 'delete:204 | none:404'],
    [
      'a wrong path at first, where the operation comes once more',
      'delete get delete',
      'none:404 get:200 delete:204',
      'none:404 | get:200 | delete:204',
    ],
    ['a wrong path in between', 'cancel delete get', 'cancel:204 none:404 get:200', 'cancel:204 | none:404 | get:200'],
    ['wrong paths alone', 'cancel delete get', 'none:404 none:404 none:404', 'none:404 | none:404 | none:404'],
    [
      'a wrong path where no call is missing',
      'delete get',
      'none:404 delete:204 get:404',
      'none:404 delete:204 | get:404',
    ],
    ['one later, where none is missing', 'delete get', 'delete:204 none:404 get:404', 'delete:204 none:404 | get:404'],
    ['a wrong path at the end', 'delete get', 'delete:204 get:404 none:404', 'delete:204 | get:404 none:404'],
    ['a wrong path after polling', 'get~ delete', 'get:200 get:200 none:404', 'get:200 get:200 | none:404'],
  ])('%s', (_, steps, calls, expected) => {
    expect(attributed(steps, calls)).toBe(expected);
  });
});
