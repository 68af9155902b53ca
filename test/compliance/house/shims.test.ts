import { describe, expect, it } from 'vitest';
import { lineCount, shims } from '../../../scripts/shims.js';
import { filesBelow, textOf } from './support/files.js';

const shown = filesBelow('conformance/shims').filter((path) => !path.startsWith('conformance/shims/sdks/'));
const files = shims.flatMap(({ adapter, client }) => [adapter, client]);

describe('the shims that show the protocol', () => {
  it('are there in TypeScript, Python, Go, Java and bash, each as an adapter and a client, and nothing else is', () => {
    expect(shims.map(({ language }) => language)).toEqual(['TypeScript', 'Python', 'Go', 'Java', 'bash']);
    expect(shown.filter((path) => !path.endsWith('/tsconfig.json')).sort()).toEqual([...files].sort());
  });

  it.each(files)('%s has fewer than 80 lines', (path) => {
    expect(lineCount(textOf(path))).toBeLessThan(80);
  });

  it.each(files)('%s has no line of more than 140 columns', (path) => {
    expect(
      textOf(path)
        .split('\n')
        .filter((line) => line.replaceAll('\t', '    ').length > 140),
    ).toEqual([]);
  });

  it.each(shims)('$language: the client knows nothing of the protocol', ({ client }) => {
    expect(textOf(client)).not.toMatch(/\b(hello|bye|seq|capabilities|unsupported|stdin|System\.in)\b/i);
  });

  it.each(shims)('$language: the adapter makes no request itself', ({ adapter }) => {
    expect(textOf(adapter)).not.toMatch(/\b(fetch|RoundTrip|HttpClient|HTTPConnection|DELETE)\b|curl -/);
  });
});
