import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));
/** Every suite below a folder, as its suite.json describes it, with its name and folder. */
export function findSuites(clients = join(root, 'test', 'clients')) {
  return readdirSync(clients)
    .filter((name) => existsSync(join(clients, name, 'suite.json')))
    .sort()
    .map((name) => {
      const folder = resolve(clients, name);
      return {
        needs: [],
        serve: [],
        ...JSON.parse(readFileSync(join(folder, 'suite.json'), 'utf8')),
        name,
        folder,
      };
    });
}
