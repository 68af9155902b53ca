import { createHash } from 'node:crypto';
import { accessSync, constants, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { Set as Asn1Set, ObjectIdentifier, Sequence, Utf8String } from 'asn1js';
import type { Trusted } from './writeFiles.js';

/**
 * Where Mono is installed: a folder with a `mono` that starts it with a configuration folder which is the user's own, and
 * holds our certificate besides. Mono reads no variable for certificates, and everybody's programs read that folder, so it
 * is set for Mono alone.
 */
export function writeMonoPrograms(folder: string, { name, certificate, environment }: Trusted): string | undefined {
  const mono = onPath('mono', environment['PATH'] ?? '');
  if (mono === undefined) return undefined;
  const configuration = join(folder, 'mono');
  const store = join(configuration, '.mono', 'new-certs', 'Trust');
  mkdirSync(store, { recursive: true });
  writeFileSync(join(store, `${nameHash(name)}.0`), certificate);
  const users = environment['XDG_CONFIG_HOME'] || join(homedir(), '.config');
  for (const entry of entriesOf(users).filter((each) => each !== '.mono')) {
    symlinkSync(join(users, entry), join(configuration, entry));
  }
  const programs = join(folder, 'programs');
  mkdirSync(programs);
  const script = ['#!/bin/sh', `XDG_CONFIG_HOME=${word(configuration)} exec ${word(mono)} "$@"`, ''].join('\n');
  writeFileSync(join(programs, 'mono'), script, { mode: 0o700 });
  return programs;
}

/** The name of a file in a folder of trusted certificates: the hash of OpenSSL over a subject that is a common name. */
export function nameHash(commonName: string): string {
  const value = new Utf8String({ value: commonName.trim().replaceAll(/\s+/g, ' ').toLowerCase() });
  const attribute = new Sequence({ value: [new ObjectIdentifier({ value: '2.5.4.3' }), value] });
  const digest = createHash('sha1')
    .update(new Uint8Array(new Asn1Set({ value: [attribute] }).toBER()))
    .digest();
  return digest.readUInt32LE(0).toString(16).padStart(8, '0');
}

function onPath(name: string, path: string): string | undefined {
  return path
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function entriesOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function word(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
