import { describe, expect, it } from 'vitest';
import { filesBelow, linesThatMatch, textOf } from './support/files.js';

const all = filesBelow();
const tests = all.filter((path) => path.startsWith('test/') && /\.[jt]s$/.test(path));

// Each word is put together here, so that this file is not the first to be found.
const unfinished = new RegExp(`\\b(${['TO' + 'DO', 'FIX' + 'ME', 'X' + 'XX', 'HA' + 'CK'].join('|')})\\b`);
const skipped = /\b(?:it|test|describe|suite)(?:\.\w+)*\.(?:skip|only|todo|skipIf|runIf|fails)\b/;
const empty = /expect\((?:true|1)\)/;
const machinePath = /(?:^|[^A-Za-z0-9_.])\/(?:work|farm|root|home|Users|mnt)\/\w/;
const registryHost =
  /\b(?:registry|npm|pypi|mirrors?|artifactory|nexus)\.[a-z0-9-]+\.[a-z]{2,}|\bindex-url\b|\bregistry\s*=/i;

const found = (paths: readonly string[], pattern: RegExp) => paths.flatMap((path) => linesThatMatch(path, pattern));

describe('the repository', () => {
  it('holds no note of something unfinished', () => {
    expect(found(all, unfinished)).toEqual([]);
    expect(unfinished.test(`// ${'TO'}DO: later`)).toBe(true);
  });

  it('holds no check that is skipped, singled out or empty', () => {
    expect(tests.length).toBeGreaterThan(50);
    expect(found(tests, skipped)).toEqual([]);
    expect(found(tests, empty)).toEqual([]);
    expect(skipped.test(`it.${'only'}('x', f)`)).toBe(true);
  });

  it('holds no path of the machine it was written on', () => {
    expect(found(all, machinePath)).toEqual([]);
    expect(machinePath.test(`see ${'/ho'}me/me/file`)).toBe(true);
  });

  it('holds no host that packages are fetched from', () => {
    expect(found(all, registryHost)).toEqual([]);
    expect(registryHost.test(`https://regis${'try'}.example.org/x`)).toBe(true);
  });

  it('has a lockfile that pins every package by its content and says nothing of where it comes from', () => {
    const { packages } = JSON.parse(textOf('package-lock.json'));
    const pinned: [string, { resolved?: string; integrity?: string }][] = Object.entries(packages);
    const installed = pinned.filter(([path]) => path !== '');
    expect(installed.length).toBeGreaterThan(50);
    expect(installed.filter(([, { resolved, integrity }]) => resolved || !integrity)).toEqual([]);
  });

  it('has a lockfile that holds what is only installed elsewhere too, without which `npm ci` refuses it', () => {
    const { packages } = JSON.parse(textOf('package-lock.json'));
    const optional = Object.values<{ optionalDependencies?: object }>(packages).flatMap(({ optionalDependencies }) =>
      Object.keys(optionalDependencies ?? {}),
    );
    expect(optional.length).toBeGreaterThan(0);
    expect(optional.filter((name) => !Object.hasOwn(packages, `node_modules/${name}`))).toEqual([]);
  });

  it('asks for exact versions of what it depends on', () => {
    const { dependencies, devDependencies } = JSON.parse(textOf('package.json'));
    const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+$/.test(String(version)),
    );
    expect(loose).toEqual([]);
  });
});
