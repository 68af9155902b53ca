import { existsSync, readFileSync } from 'node:fs';
import { basename, relative, resolve, sep } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LoadedContract } from '../engine/loadedContract.js';
import { TombstoneError } from '../errors.js';
import { checkContract } from './checkContract.js';
import type { FileTexts } from './contractFiles.js';
import { compileInputValidators } from './inputValidators.js';
import { ContractError, type Issue } from './issue.js';
import { lintContract } from './lint/lintContract.js';
import { contractFolder, functionsOf } from './loadContract.js';
import { watchFiles } from './watchFiles.js';

/** What a contract's files say after a change: another contract, or the errors for which it is none. */
export type ContractChange =
  | { readonly contract: LoadedContract; readonly errors?: never }
  | { readonly errors: readonly Issue[]; readonly contract?: never };

/** A contract whose files are watched. */
export interface WatchedContract {
  readonly id: string;
  /** Its folder, as it was asked for or in the package. */
  readonly folder: string;
  /** What its files said first. */
  readonly first: LoadedContract;
  /**
   * Tells of every change of what the files say, one after another, from what they said first on; errors that only
   * `lint` finds are told of even where they were there from the first.
   */
  follow(onChange: (change: ContractChange) => void): void;
  close(): void;
}

/** Milliseconds of quiet after which the files are read: saving one takes several steps, and may touch several. */
const quiet = 40;

/** Milliseconds for which files must go on saying the same before errors are told: they may be half written. */
const patience = 100;

/**
 * Loads a contract from its files, a bundled one too, and watches them: lifecycle.yaml, the document it extends,
 * wherever that is, and fixtures.yaml.
 *
 * @throws TombstoneError what `loadContract` throws; `cannot-watch`
 */
export async function watchContract(folderOrName: string): Promise<WatchedContract> {
  const folder = contractFolder(folderOrName);
  const base = process.cwd();
  const checked = await checkContract(folder, { base });
  const { compiled } = checked;
  const errors = checked.issues.filter(isError);
  if (!compiled || errors.length > 0) throw new ContractError(errors);
  const first = await load(compiled);

  let listener: ((change: ContractChange) => void) | undefined;
  let closed = false;
  let timer: NodeJS.Timeout | undefined;
  let texts: FileTexts = checked.texts;
  let looking = Promise.resolve();
  const files = watchFiles(() => lookSoon());

  const lookSoon = (): void => {
    clearTimeout(timer);
    if (listener && !closed) timer = setTimeout(look, quiet).unref();
  };
  /** One look after the other, so that what is told last is what was read last. */
  const look = (whatever = false): void => {
    looking = looking.then(async () => {
      if (closed || !(whatever || isOther(texts))) return cover();
      const { change, read } = await readSettled(folder, base, texts);
      const isFirst = whatever && change.contract && isSame(texts, read);
      texts = read;
      if (closed) return;
      cover();
      if (!isFirst) listener?.(change);
    });
  };
  const cover = (): void => {
    if (closed) return;
    try {
      // What changed in a folder before it was watched, nobody tells us.
      if (files.cover(texts.keys())) lookSoon();
    } catch (error) {
      listener?.({ errors: [issueOf(error, folder, base)] });
    }
  };
  files.cover(texts.keys());

  return {
    id: compiled.id,
    folder: relative(base, folder) || '.',
    first,
    follow(onChange) {
      listener = onChange;
      look(true);
    },
    close() {
      closed = true;
      clearTimeout(timer);
      files.close();
    },
  };
}

type Compiled = LoadedContract['compiled'];

async function load(compiled: Compiled): Promise<LoadedContract> {
  return { compiled, validators: compileInputValidators(compiled), functions: functionsOf(compiled.id) };
}

interface Reading {
  readonly change: ContractChange;
  readonly read: FileTexts;
}

/** Reads a contract until its files say no longer something else than what was read. */
async function readSettled(folder: string, base: string, known: FileTexts): Promise<Reading> {
  const reading = await readAgain(folder, base, known);
  if (reading.change.errors) await sleep(patience, undefined, { ref: false });
  return isOther(reading.read) ? readSettled(folder, base, reading.read) : reading;
}

/** Reads, checks and lints a contract; what cannot be read is an error like any other. */
async function readAgain(folder: string, base: string, known: FileTexts): Promise<Reading> {
  // Before they are read: what changes after this is told of, and looked at again.
  const before = new Map([...known.keys()].map((path) => [path, textOf(path)]));
  try {
    const { compiled, issues, placeOf, texts } = await checkContract(folder, { base });
    const errors = issues.filter(isError);
    if (!compiled || errors.length > 0) return { change: { errors }, read: texts };
    const contract = await load(compiled);
    const found = (await lintContract({ compiled, placeOf, functions: contract.functions })).filter(isError);
    return { change: found.length > 0 ? { errors: found } : { contract }, read: texts };
  } catch (error) {
    return { change: { errors: [issueOf(error, folder, base)] }, read: before };
  }
}

function isError({ severity }: Issue): boolean {
  return severity === 'error';
}

/** Do the files say something else now? */
function isOther(texts: FileTexts): boolean {
  return [...texts].some(([path, text]) => textOf(path) !== text);
}

function textOf(path: string): string | undefined {
  try {
    return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  } catch {
    return undefined;
  }
}

function isSame(one: FileTexts, other: FileTexts): boolean {
  return one.size === other.size && [...one].every(([path, text]) => other.has(path) && other.get(path) === text);
}

function issueOf(error: unknown, folder: string, base: string): Issue {
  const file = relative(base, resolve(folder)).split(sep).join('/');
  const place = { file: /\.ya?ml$/.test(basename(file)) ? file : `${file}/lifecycle.yaml`, line: 1, column: 1 };
  const message = error instanceof Error ? error.message : String(error);
  if (!(error instanceof TombstoneError))
    return { code: 'contract-not-found', severity: 'error', message: `It cannot be read (${message}).`, place };
  return { code: error.code, severity: 'error', message: message.replace(` [${error.code}]`, ''), place };
}
