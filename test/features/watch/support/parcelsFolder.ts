import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LoadedContract, loadContract } from '../../../../src/index.js';

/** A contract folder of one's own, to be edited. */
export interface ContractFolder extends Disposable {
  readonly path: string;
  /** Replaces a text in a file; it must be there. `replacing` writes another file and renames it, as editors do. */
  edit(file: string, from: string | RegExp, to: string, how?: 'in place' | 'replacing'): void;
  write(file: string, text: string): void;
  text(file: string): string;
  load(): Promise<LoadedContract>;
}

/** Copies the parcels contract to a folder of that name. */
export function parcelsFolder(name = 'parcels'): ContractFolder {
  const parent = mkdtempSync(join(tmpdir(), 'watch-'));
  const path = join(parent, name);
  cpSync('test/fixtures/contracts/parcels', path, { recursive: true });
  const text = (file: string) => readFileSync(join(path, file), 'utf8');
  const write = (file: string, content: string) => writeFileSync(join(path, file), content);
  return {
    path,
    edit(file, from, to, how = 'in place') {
      const before = text(file);
      const after = before.replace(from, () => to);
      if (after === before) throw new Error(`${file} has no ${from}`);
      if (how === 'in place') return write(file, after);
      write(`${file}.new`, after);
      renameSync(join(path, `${file}.new`), join(path, file));
    },
    write,
    text,
    load: () => loadContract(path),
    [Symbol.dispose]: () => rmSync(parent, { recursive: true, force: true }),
  };
}
