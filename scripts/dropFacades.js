import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const facade = /^export \{ [\w$]+(?:, [\w$]+)* \} from "(\.\/[^"]+)";\s*$/;
const relativeImport = /((?:\bimport\(|\bfrom |\bimport )")((?:\.\.?\/)+(?:[^"/\n]+\/)*)([^"/\n]+\.js)"/g;

/**
 * Lets whoever loads a chunk that does nothing but hand on another one load that one: node takes as long to find such a
 * file as one with something in it. The bundler makes them for what is loaded later and lies in a chunk with more.
 */
export function dropFacades(dist) {
  const chunks = resolve(dist, 'chunks');
  const behind = new Map(
    readdirSync(chunks).flatMap((name) => {
      const [, target] = facade.exec(readFileSync(join(chunks, name), 'utf8')) ?? [];
      return target === undefined ? [] : [[join(chunks, name), target.slice('./'.length)]];
    }),
  );
  for (const path of readdirSync(dist, { recursive: true })) {
    if (!path.endsWith('.js')) continue;
    const file = join(dist, path);
    const text = readFileSync(file, 'utf8');
    const direct = text.replaceAll(relativeImport, (whole, before, folder, name) => {
      const target = behind.get(resolve(dirname(file), folder, name));
      return target === undefined ? whole : `${before}${folder}${target}"`;
    });
    if (direct !== text) writeFileSync(file, direct);
  }
  for (const name of behind.keys()) rmSync(name);
}
