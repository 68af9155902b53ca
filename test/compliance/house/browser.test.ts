import { readFileSync } from 'node:fs';
import { builtinModules, createRequire } from 'node:module';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { sources } from './support/files.js';
import { importsOf } from './support/imports.js';

const browserSafe = /^(src\/(language|engine|store|signature|table|mock)|mocks)\//;
const builtins = new Set(builtinModules);
const isBuiltin = (name: string) => name.startsWith('node:') || builtins.has(name);

/** Every file of ours that comes along with those that are to run in a browser, and the packages they bring. */
function reachable(): { readonly files: ReadonlySet<string>; readonly packages: ReadonlySet<string> } {
  const files = new Set(sources().filter((path) => browserSafe.test(path)));
  const packages = new Set<string>();
  // A set that grows while it is walked is walked to its end.
  for (const path of files) {
    for (const { target, relative, typeOnly } of importsOf(path)) {
      if (typeOnly) continue;
      (relative ? files : packages).add(target);
    }
  }
  return { files, packages };
}

/** The modules of Node that a package's module imports, itself or by what it brings along. */
function builtinsBehind(name: string, from: string, seen = new Set<string>()): readonly string[] {
  if (isBuiltin(name)) return [name];
  const file = resolved(name, from);
  if (!file || seen.has(file)) return [];
  seen.add(file);
  const { importedFiles } = ts.preProcessFile(readFileSync(file, 'utf8'), true, true);
  return importedFiles.flatMap(({ fileName }) => builtinsBehind(fileName, file, seen));
}

/** The file of a module; none for one that is asked for in case it is there. */
function resolved(name: string, from: string): string | undefined {
  try {
    return createRequire(from).resolve(name);
  } catch {
    return undefined;
  }
}

describe('what is to run in a browser', () => {
  const { files, packages } = reachable();

  it('brings no module of Node with it, nor does anything of ours that it needs', () => {
    expect([...packages].filter(isBuiltin)).toEqual([]);
    expect([...files].some((path) => path.startsWith('src/mock/'))).toBe(true);
  });

  it('brings no package that needs one', () => {
    const needy = [...packages].map((name) => [name, builtinsBehind(name, import.meta.url)]);
    expect(needy.filter(([, found]) => found?.length !== 0)).toEqual([]);
    expect(packages.size).toBeGreaterThan(0);
    expect([...packages].filter((name) => !resolved(name, import.meta.url))).toEqual([]);
  });

  it('would be found out: the same look at what does need Node finds it', () => {
    expect(builtinsBehind('supertest', import.meta.url)).toContain('http');
    expect(importsOf('src/server/answeringServer.ts').map(({ target }) => target)).toContain('node:http');
  });
});
