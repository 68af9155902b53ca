import { describe, expect, it } from 'vitest';
import { hostPattern } from '../../../src/engine/hostPattern.js';
import { createRouter } from '../../../src/engine/router.js';
import { routedContract } from './support/routedContract.js';

const tasks = routedContract(
  'tasks',
  'https://tasks.example/v1',
  'GET /tasks',
  'GET /tasks/items',
  'GET /tasks/{id}',
  'DELETE /tasks/{id}',
  'GET /tasks/{id}/results',
  'GET /tasks/{id}.json',
  'GET /tasks/{from}..{to}',
  'GET /{kind}/items/last',
);
const route = createRouter([tasks]);

function found(method: string, path: string): unknown {
  const answer = route(method, path, '');
  return answer.kind === 'found' ? [answer.route.id, answer.path] : answer.kind;
}

describe('a path', () => {
  it('goes to the concrete template before the templated one', () => {
    expect(found('GET', '/v1/tasks/items')).toEqual(['GET /tasks/items', {}]);
    expect(found('GET', '/v1/tasks/other')).toEqual(['GET /tasks/{id}', { id: 'other' }]);
  });

  it('turns back where a concrete segment leads nowhere', () => {
    expect(found('GET', '/v1/tasks/items/results')).toEqual(['GET /tasks/{id}/results', { id: 'items' }]);
    expect(found('GET', '/v1/tasks/items/last')).toEqual(['GET /{kind}/items/last', { kind: 'tasks' }]);
  });

  it('keeps nothing of the ways it did not go', () => {
    expect(found('GET', '/v1/a.json/items/last')).toEqual(['GET /{kind}/items/last', { kind: 'a.json' }]);
  });

  it('gives the parts of a segment to the parameters in it', () => {
    expect(found('GET', '/v1/tasks/a.b.json')).toEqual(['GET /tasks/{id}.json', { id: 'a.b' }]);
    expect(found('GET', '/v1/tasks/1..9')).toEqual(['GET /tasks/{from}..{to}', { from: '1', to: '9' }]);
    expect(found('GET', '/v1/tasks/.json'), 'a parameter is never empty').toEqual(['GET /tasks/{id}', { id: '.json' }]);
    expect(found('GET', '/v1/tasks/axjson'), 'a dot is a dot').toEqual(['GET /tasks/{id}', { id: 'axjson' }]);
  });

  it('is decoded segment by segment: an encoded slash is part of a name', () => {
    expect(found('GET', '/v1/tasks/a%2Fb%20c')).toEqual(['GET /tasks/{id}', { id: 'a/b c' }]);
    expect(found('GET', '/v1/t%61sks/items')).toEqual(['GET /tasks/items', {}]);
    expect(found('GET', '/v1/tasks/%zz'), 'what cannot be decoded stays').toEqual(['GET /tasks/{id}', { id: '%zz' }]);
  });

  it('has no empty segments', () => {
    for (const path of ['/v1/tasks/', '/v1//tasks', '/v1/tasks//results', '//v1/tasks', '', '/', 'v1/tasks'])
      expect(found('GET', path), path).toBe('unknownRoute');
  });
});

describe('a method', () => {
  it('that the path does not have is said to be the method’s fault', () => {
    expect(route('POST', '/v1/tasks/1', '')).toMatchObject({ kind: 'methodNotAllowed', allowed: ['GET', 'DELETE'] });
    expect(found('delete', '/v1/tasks/1'), 'methods are case-sensitive').toBe('methodNotAllowed');
  });

  it('HEAD is answered as GET', () => {
    expect(found('HEAD', '/v1/tasks')).toEqual(['GET /tasks', {}]);
  });
});

describe('with several contracts', () => {
  const first = routedContract('first', 'https://first.example/v1', 'GET /things');
  const second = routedContract('second', 'https://second.example/v1/{project}', 'GET /jobs');
  const deeper = routedContract('deeper', 'https://deeper.example/v1/things/deep', 'GET /ones');

  it.each([
    ['/v1/other', 'first'],
    ['/v1/things/deep/none', 'deeper'],
    ['/v1/things/deeper', 'first'],
    ['/v2', undefined],
    ['/', undefined],
  ])('%s is refused in the dialect of the longest literal prefix: %s', (path, dialect) => {
    const answer = createRouter([first, second, deeper])('GET', path, '');
    expect(answer.kind).toBe('unknownRoute');
    expect('contract' in answer && answer.contract?.id).toBe(dialect);
  });

  const one = routedContract('one', 'https://one.{region}.example', 'GET /v1/things/{id}');
  const other = routedContract('other', 'https://other.example', 'GET /v1/things/{name}');

  it('tells the same route apart by host', () => {
    const shared = createRouter([one, other]);
    const at = (host: string) => {
      const answer = shared('GET', '/v1/things/7', host);
      return answer.kind === 'found' ? [answer.contract.id, answer.path] : answer.kind;
    };
    expect(at('one.eu-1.example:4010')).toEqual(['one', { id: '7' }]);
    expect(at('OTHER.example')).toEqual(['other', { name: '7' }]);
    expect(at('127.0.0.1:4010'), 'an unknown host gets the first').toEqual(['one', { id: '7' }]);
  });

  it.each([
    ['the same host', routedContract('twin', 'https://one.{region}.example', 'GET /v1/things/{key}')],
    ['no host', routedContract('local', '/', 'GET /v1/things/{key}')],
  ])('refuses the same route with %s', (_, twin) => {
    expect(() => createRouter([one, twin])).toThrow(/both have GET \/v1\/things\/\{key\}.*\[route-collision\]/);
  });
});

it('takes a host pattern for whole names, one label for each variable', () => {
  const pattern = hostPattern('mpc.{region}.example.com');
  const matching = [
    'mpc.a-1.example.com',
    'mpc.a.b.example.com',
    'mpc..example.com',
    'xmpc.a.example.com',
    'mpc.a.exampleXcom',
  ];
  expect(matching.filter((host) => pattern.test(host))).toEqual(['mpc.a-1.example.com']);
});
