import { describe, expect, it } from 'vitest';
import { sources } from './support/files.js';
import { importsOf } from './support/imports.js';

/**
 * What each layer may import from the others, types included. A layer names only layers above it in this list, so that
 * arrows point one way.
 */
const layers: Readonly<Record<string, readonly string[]>> = {
  'src/language': [],
  'src/process': [],
  'src/errors': ['src/language'],
  'src/store': ['src/errors', 'src/language'],
  'src/engine': ['src/errors', 'src/language', 'src/store'],
  'src/signature': ['src/engine', 'src/language'],
  'src/table': ['src/language'],
  mocks: ['src/engine', 'src/language', 'src/store'],
  'src/mock': ['src/engine', 'src/errors', 'src/language', 'src/store'],
  'src/contract': ['mocks', 'src/engine', 'src/errors', 'src/language', 'src/signature', 'src/table'],
  'src/report': ['src/contract', 'src/engine', 'src/errors', 'src/language', 'src/mock', 'src/table'],
  'src/request': ['src/engine', 'src/errors', 'src/language', 'src/mock', 'src/report', 'src/signature', 'src/table'],
  'src/server': ['src/contract', 'src/errors', 'src/mock'],
  'src/intercept': [
    'src/contract',
    'src/engine',
    'src/errors',
    'src/language',
    'src/mock',
    'src/process',
    'src/report',
    'src/request',
    'src/server',
  ],
  'src/msw': ['mocks', 'src/engine', 'src/errors', 'src/language', 'src/mock', 'src/report', 'src/store'],
  'src/conformance': [
    'src/contract',
    'src/engine',
    'src/errors',
    'src/intercept',
    'src/language',
    'src/mock',
    'src/process',
    'src/request',
    'src/server',
    'src/table',
  ],
  'src/vitest': ['src/conformance', 'src/engine', 'src/errors', 'src/mock', 'src/msw'],
  'src/reporters': ['src/conformance', 'src/errors', 'src/language', 'src/report', 'src/request'],
  'src/verify': [
    'src/conformance',
    'src/engine',
    'src/errors',
    'src/language',
    'src/mock',
    'src/report',
    'src/request',
    'src/table',
  ],
  'src/index': ['src/contract', 'src/engine', 'src/errors', 'src/language', 'src/mock', 'src/server'],
  'src/cli': [
    'src/conformance',
    'src/contract',
    'src/engine',
    'src/errors',
    'src/intercept',
    'src/language',
    'src/mock',
    'src/report',
    'src/reporters',
    'src/request',
    'src/server',
    'src/table',
    'src/verify',
  ],
};

/** The layer a file belongs to: its folder under src, mocks, or what stands alone in src. */
function layerOf(path: string): string {
  const [top = '', second = ''] = path.split('/');
  if (top !== 'src') return top;
  // The table of error codes and the error are one thing in two files.
  return `src/${second.replace(/\.ts$/, '').replace(/^errorTable$/, 'errors')}`;
}

describe('the layers', () => {
  it('have an order in which each imports only what comes before it', () => {
    const order = Object.keys(layers);
    const upwards = order.flatMap((layer, index) =>
      (layers[layer] ?? []).filter((other) => !order.slice(0, index).includes(other)).map((other) => [layer, other]),
    );
    expect(upwards).toEqual([]);
  });

  it('import nothing that their row does not name', () => {
    const astray = sources().flatMap((path) => {
      const layer = layerOf(path);
      return importsOf(path)
        .filter(({ target, relative }) => relative && layerOf(target) !== layer)
        .filter(({ target }) => !layers[layer]?.includes(layerOf(target)))
        .map(({ target }) => `${path} imports ${target}`);
    });
    expect(astray).toEqual([]);
  });

  it('are all in the list, and each holds files', () => {
    expect([...new Set(sources().map(layerOf))].sort()).toEqual(Object.keys(layers).sort());
  });
});
