import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { built } from '../built.js';
import type { Effort } from '../effort.js';
import { firstPath, makeDocument, makeFixtures, makeOverlay } from '../foreign/makeDocument.js';
import type { Figure } from '../report/figure.js';
import { spread } from '../statistics.js';
import { firstAnswer } from './firstAnswer.js';

/** A folder with a document of 500 paths, compiled and served: from starting the process to the first answer. */
export async function measureForeignDocument({ foreignStarts }: Effort): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'tombstone-bench-'));
  try {
    const document = JSON.stringify(makeDocument(), undefined, 1);
    writeFileSync(join(folder, 'openapi.json'), document);
    writeFileSync(join(folder, 'lifecycle.yaml'), JSON.stringify(makeOverlay('openapi.json')));
    writeFileSync(join(folder, 'fixtures.yaml'), JSON.stringify(makeFixtures()));
    const taken: number[] = [];
    const args = [built('src/cli/main.js'), 'serve', folder, '--port', '0', '--json', '--quiet'];
    for (let start = 0; start < foreignStarts; start += 1) taken.push(await firstAnswer(args, firstPath));
    return [
      {
        name: 'a document of 500 paths, start to first answer',
        value: spread(taken),
        unit: 'ms',
        aim: { atMost: 600 },
        beside: `${Math.round(document.length / 1000)} kB of JSON, read, checked, linked`,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
