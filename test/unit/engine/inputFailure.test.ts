import { expect, it } from 'vitest';
import { inputFailure } from '../../../src/engine/input/inputFailure.js';
import type { InputIssue } from '../../../src/language/compiledContract.js';

function failure(...issues: readonly Partial<InputIssue>[]) {
  return inputFailure(issues.map((issue) => ({ instancePath: '', keyword: 'type', params: {}, ...issue })));
}
const required = (missingProperty: string) => ({ keyword: 'required', params: { missingProperty } });

it.each<[string, Partial<InputIssue>, object]>([
  [
    'a missing parameter is missing by its name',
    { instancePath: '/query', ...required('task_id') },
    { kind: 'missing', in: 'query', at: 'task_id', name: 'task_id' },
  ],
  [
    'a wrong parameter is invalid by its name',
    { instancePath: '/path/id', keyword: 'pattern' },
    { kind: 'invalid', in: 'path', at: 'id', name: 'id', keyword: 'pattern' },
  ],
  [
    'an item of a parameter is the parameter’s fault',
    { instancePath: '/query/status/1', keyword: 'enum' },
    { kind: 'invalid', in: 'query', at: 'status', name: 'status' },
  ],
  [
    'a missing body is missing as a whole',
    { instancePath: '', ...required('body') },
    { kind: 'missing', in: 'body', at: '', name: 'body' },
  ],
  [
    'a wrong body is invalid as a whole',
    { instancePath: '/body' },
    { kind: 'invalid', in: 'body', at: '', name: 'body' },
  ],
  [
    'a field is pointed at, and named with dots but without positions',
    { instancePath: '/body/models/0', ...required('model_name') },
    { kind: 'missing', in: 'body', at: '/models/0/model_name', name: 'models.model_name' },
  ],
  [
    'a name with a slash is pointed at by its escape',
    { instancePath: '/body/a~1b', keyword: 'maxLength' },
    { kind: 'invalid', in: 'body', at: '/a~1b', name: 'a/b', keyword: 'maxLength' },
  ],
])('%s', (_, issue, expected) => {
  expect(failure(issue)).toMatchObject(expected);
});

it('speaks of the alternatives, not of what failed inside one', () => {
  const inside = { instancePath: '/body', ...required('video_file') };
  expect(failure(inside, { instancePath: '/body', keyword: 'anyOf' })).toMatchObject({
    kind: 'invalid',
    keyword: 'anyOf',
  });
});

it('speaks of what failed, not of the condition that asked for it', () => {
  const failed = { instancePath: '/body', ...required('url') };
  expect(failure(failed, { instancePath: '/body', keyword: 'if' })).toMatchObject({ kind: 'missing', at: '/url' });
});

it('says what is wrong in words', () => {
  expect(failure({ instancePath: '/query/size', message: 'must be <= 100' }).explanation).toBe(
    'query size: must be <= 100.',
  );
});
