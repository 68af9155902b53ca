import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { readStories } from '../../../src/conformance/stories/readStories.js';
import { loadContract } from '../../../src/contract/loadContract.js';
import { packageRoot } from '../../../src/contract/packageRoot.js';

const { compiled } = await loadContract('huawei-mpc');
const right = readFileSync(join(packageRoot, 'conformance/cases/huawei-mpc/cancel-then-delete.yaml'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'stories-'));
afterEach(() => rmSync(join(folder, 'story.yaml'), { force: true }));

async function told(text: string): Promise<string> {
  writeFileSync(join(folder, 'story.yaml'), text);
  return readStories(compiled, folder).then(
    () => 'nothing',
    (error: unknown) => (error as Error).message,
  );
}

describe('a story with a mistake is told where it is', () => {
  it('and a right one is read', async () => {
    expect(await told(right)).toBe('nothing');
  });

  it.each([
    ['an unknown key', 'basis: documented', 'basics: documented', /story\.yaml:\d+:1: Unknown key "basics"/],
    ['a missing key', /\nexpect:[\s\S]*/, '\n', /story\.yaml:\d+:\d+: The key "expect" is missing/],
    ['no YAML', 'about: {', 'about: {{', /story\.yaml:\d+:\d+: /],
    [
      'a bad duration',
      'about:',
      'meanwhile:\n  - { after: { operation: cancelTranscodingTask }, advance: soon }\nabout:',
      /story\.yaml:\d+:\d+: Expected a duration such as 10s; found "soon"/,
    ],
    [
      'an unknown operation',
      'operation: cancelTranscodingTask',
      'operation: cancelTranscodingTsk',
      /story\.yaml:\d+:\d+: There is no operation "cancelTranscodingTsk"\. .*cancelTranscodingTask/,
    ],
    [
      'an unknown parameter',
      'task_id: 100211 } }\nexpect',
      'task: 100211 } }\nexpect',
      /story\.yaml:\d+:\d+: There is no parameter of deleteTranscodingTask "task"/,
    ],
    [
      'an unknown resource',
      'about: { transcodingTask',
      'about: { transcodeTask',
      /story\.yaml:\d+:\d+: There is no resource "transcodeTask"/,
    ],
    [
      'a record without its key',
      '{ task_id: 100211, status: WAITING }',
      '{ status: WAITING }',
      /story\.yaml:\d+:\d+: A record of transcodingTask needs its key task_id/,
    ],
    ['an unknown source', 'source: [', 'source: [nowhere, ', /story\.yaml:\d+:\d+: There is no source "nowhere"/],
    [
      'an unknown switch',
      'given:',
      'given:\n  switches: { unknownTasks: refuse }',
      /story\.yaml:\d+:\d+: There is no switch "unknownTasks"/,
    ],
    [
      'an unknown value of a switch',
      'given:',
      'given:\n  switches: { unknownTask: refused }',
      /story\.yaml:\d+:\d+: There is no value of unknownTask "refused"/,
    ],
    ['a rule too few', '  - deleteTranscodingTask/deleted\n', '', /story\.yaml:\d+:\d+: There are 2 calls and 1 rules/],
  ])('%s', async (_, from, to, message) => {
    const wrong = right.replace(from, to);
    expect(wrong).not.toBe(right);
    expect(await told(wrong)).toMatch(message);
  });
});
